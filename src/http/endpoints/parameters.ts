import { createHash } from 'node:crypto';

import { Refusal } from '../refusal';

/** The parameters of a GraphQL request, well-formed. They may name no query, which is then refused by what needs one. */
export interface Parameters {
  readonly query?: string | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | null | undefined;
}

const malformed = (message: string): Refusal => new Refusal(400, 'BAD_REQUEST', message);

const NOT_AN_OBJECT = malformed('Send one GraphQL request, as a JSON object.');
const NO_QUERY = malformed('Send a query: a GraphQL document as a string.');
const BAD_QUERY = malformed('`query` has to be a string.');
const BAD_OPERATION_NAME = malformed('`operationName` has to be a string.');
const BAD_VARIABLES = malformed('`variables` has to be an object.');
const BAD_EXTENSIONS = malformed('`extensions` has to be an object.');
const BAD_HASH = new Refusal(
  400,
  'PERSISTED_QUERY_INVALID',
  '`extensions.persistedQuery` has to have `version: 1` and, as `sha256Hash`, the SHA-256 of the query in hex.',
);

/** Checks the parameters of a request, as they are in its body. What they mean is left to GraphQL. */
export function checkParameters(body: unknown): Parameters | Refusal {
  if (!isObject(body)) return NOT_AN_OBJECT;
  const { query = null, operationName = null, variables = null, extensions = null } = body;
  if (query !== null && typeof query !== 'string') return BAD_QUERY;
  if (operationName !== null && typeof operationName !== 'string') return BAD_OPERATION_NAME;
  if (variables !== null && !isObject(variables)) return BAD_VARIABLES;
  if (extensions !== null && !isObject(extensions)) return BAD_EXTENSIONS;
  const persistedQuery = extensions?.['persistedQuery'] ?? null;
  if (persistedQuery !== null) return isHashOf(query, persistedQuery) ? body : BAD_HASH;
  return query === null || query === '' ? NO_QUERY : body;
}

/** The refusal of a body that is not JSON, with what can be said of the cause without repeating any of the body. */
function notJson(text: string): Refusal {
  const [first = ''] = text.trimStart();
  if (first === '') return malformed('The body is empty: send a JSON object with a `query`.');
  if (first === "'")
    return malformed(
      'The body is not JSON: it begins with a single quote, which the shell should have removed.',
    );
  return malformed(
    first === '{'
      ? 'The body is not JSON, although it begins with a brace: a quote, comma or brace is missing or too many.'
      : 'The body is not JSON: it has to begin with a brace.',
  );
}

/** Reads the parameters of a request as its body has them. */
export function parametersInBody(text: string): unknown {
  const body = parseJson(text);
  return body === NOT_JSON ? notJson(text) : body;
}

/** Reads the parameters of a request from its address, where `variables` and `extensions` are JSON, as a body has them. */
export function parametersInSearch(search: string): Record<string, unknown> | Refusal {
  const body: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (Object.hasOwn(body, name)) return malformed(`\`${name.slice(0, 32)}\` has to be given once.`);
    if (name !== 'variables' && name !== 'extensions') body[name] = value;
    // Clients that fill in a form send all its fields.
    else if (value !== '') {
      const json = parseJson(value);
      if (json === NOT_JSON) return name === 'variables' ? BAD_VARIABLES : BAD_EXTENSIONS;
      body[name] = json;
    }
  }
  return body;
}

/**
 * Returns whether `persistedQuery` has the form of Apollo's automatic persisted queries, and the hash of the query, if
 * that is sent, too. A hash alone may be any string: it is looked up, and not found.
 */
function isHashOf(query: string | null, persistedQuery: unknown): boolean {
  if (!isObject(persistedQuery)) return false;
  const { version, sha256Hash } = persistedQuery;
  if (version !== 1 || typeof sha256Hash !== 'string') return false;
  return query === null || query === '' || sha256Hash === createHash('sha256').update(query).digest('hex');
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The result of `parseJson` for text that is not JSON. */
const NOT_JSON = Symbol('not JSON');

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return NOT_JSON;
  }
}

/** Writes parameters as the query of an address: the reverse of `parametersInSearch`. */
export function searchOf(parameters: Parameters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined)
      search.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return `?${search.toString()}`;
}

import type { TypedDocumentString } from './generated/graphql';

/** Empty: the gateway that serves the page. */
const GATEWAY_URL = import.meta.env.VITE_GATEWAY_URL ?? '';

/** The gateway could not be asked: no network, or no gateway. Whether it has heard the question is not known. */
export class Unreachable extends Error {}

/** The gateway heard the question and answered with an error. `code` is its `extensions.code`. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const extraHeaders = new Map<string, string>();

/** Sends a header with all that is asked from now on, or no longer. Made for X-TM-FORCE-POLLING. */
export function sendHeader(name: string, value: string | null): void {
  if (value === null) extraHeaders.delete(name);
  else extraHeaders.set(name, value);
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

/**
 * Asks the gateway.
 *
 * @returns the answer's data, as the document's types say. Beside errors in parts of it there may be nulls.
 * @throws Unreachable when no answer came, Refused when there is no data in it.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const answer = await post<Data>(JSON.stringify({ query: String(document), variables }), signal);
  if (!answer.data) throw new Refused(codeOf(answer));
  return answer.data;
}

/** Asks for a field that is null only together with an error. */
export async function askFor<Data, Variables, Field extends keyof Data>(
  field: Field,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<NonNullable<Data[Field]>> {
  const answer = await post<Data>(JSON.stringify({ query: String(document), variables }));
  const value = answer.data?.[field];
  if (value === null || value === undefined) throw new Refused(codeOf(answer));
  return value;
}

async function post<Data>(body: string, signal?: AbortSignal): Promise<Answer<Data>> {
  try {
    const response = await fetch(`${GATEWAY_URL}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...Object.fromEntries(extraHeaders) },
      body,
      signal: signal ?? null,
    });
    // The generated types say what the schema promises; the gateway holds itself to it.
    return (await response.json()) as Answer<Data>;
  } catch (error) {
    signal?.throwIfAborted();
    throw new Unreachable('The gateway did not answer.', { cause: error });
  }
}

const codeOf = (answer: Answer<unknown>): string => answer.errors?.[0]?.extensions?.code ?? 'UNEXPECTED';

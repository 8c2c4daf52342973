import type { TypedDocumentString } from './generated/graphql';

/** By default the gateway that serves the page, one folder above the page. */
const GATEWAY_URL = import.meta.env.VITE_GATEWAY_URL ?? '..';

/** No response came: no network, or no gateway. Whether the gateway received the request is unknown. */
export class Unreachable extends Error {}

/** The gateway responded with an error. The fields are those of its `extensions`. */
export class Refused extends Error {
  readonly code: string;
  /** When to try again; null where the gateway gives no time. */
  readonly retryAfterSeconds: number | null;

  constructor({ code, retryAfterSeconds }: ErrorExtensions = {}) {
    super(code);
    this.code = code ?? 'UNEXPECTED';
    this.retryAfterSeconds = retryAfterSeconds ?? null;
  }
}

interface ErrorExtensions {
  readonly code?: string;
  readonly retryAfterSeconds?: number;
}

const extraHeaders = new Map<string, string>();

/** Adds a header to all further requests, or removes it. Made for X-TM-FORCE-POLLING. */
export function sendHeader(name: string, value: string | null): void {
  if (value === null) extraHeaders.delete(name);
  else extraHeaders.set(name, value);
}

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: ErrorExtensions }[];
}

/**
 * Sends an operation to the gateway.
 *
 * @returns the data of the response. Fields that failed are null.
 * @throws Unreachable if no response came, Refused if it has no data.
 */
export async function ask<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  const answer = await post<Data>(JSON.stringify({ query: String(document), variables }), signal);
  if (!answer.data) throw refusalOf(answer);
  return answer.data;
}

/** Sends an operation and returns one field, which is null only with an error. */
export async function askFor<Data, Variables, Field extends keyof Data>(
  field: Field,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<NonNullable<Data[Field]>> {
  const answer = await post<Data>(JSON.stringify({ query: String(document), variables }));
  const value = answer.data?.[field];
  if (value === null || value === undefined) throw refusalOf(answer);
  return value;
}

/** Sends a query of one field that may be null. A null because of an error is thrown as Refused. */
export async function find<Data, Variables, Field extends keyof Data>(
  field: Field,
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data[Field] | null> {
  const answer = await post<Data>(JSON.stringify({ query: String(document), variables }), signal);
  const value = answer.data?.[field] ?? null;
  if (value === null && answer.errors) throw refusalOf(answer);
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

const refusalOf = ({ errors }: Answer<unknown>): Refused => new Refused(errors?.[0]?.extensions);

import type { IncomingMessage } from 'node:http';

import { type Answer, type HeaderList, reply } from './reply';

/** How long a browser may remember the answer to a preflight. */
const PREFLIGHT_SECONDS = '600';

const NONE: HeaderList = [];
const VARY: HeaderList = ['vary', 'Origin'];

/** Whether pages of `origin` may call. `*` among the allowed ones lets any; who names no origin is none. */
export const isAllowedOrigin = (origin: string | undefined, allowedOrigins: readonly string[]): boolean =>
  origin !== undefined && (allowedOrigins.includes('*') || allowedOrigins.includes(origin));

/**
 * The headers that let pages of the allowed origins read an answer. No cookie is ever used, so no credentials are
 * allowed.
 *
 * @param allowedOrigins such as `https://tickets.example.com`; `*` for any.
 */
export function corsHeaders(
  { method, headers: { origin } }: IncomingMessage,
  allowedOrigins: readonly string[],
): HeaderList {
  // Caches keep what was asked for by GET: of that, they have to know that a page of some origin would get another answer.
  if (origin === undefined) return method === 'POST' ? NONE : VARY;
  if (!isAllowedOrigin(origin, allowedOrigins)) return VARY;
  return [
    ...VARY,
    'access-control-allow-origin',
    allowedOrigins.includes('*') ? '*' : origin,
    'access-control-expose-headers',
    'x-request-id, retry-after',
  ];
}

/** Answers a preflight; says whether the request was one. */
export function replyPreflight(
  request: IncomingMessage,
  response: Answer,
  allowedOrigins: readonly string[],
): boolean {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  const granted = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': PREFLIGHT_SECONDS,
  };
  reply(response, 204, isAllowedOrigin(headers.origin, allowedOrigins) ? granted : {});
  return true;
}

import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

import { type Answer, reply } from './reply';

/** How long a browser may remember the answer to a preflight. */
const PREFLIGHT_SECONDS = '600';

/**
 * The headers that let pages of the allowed origins read an answer. No cookie is ever used, so no credentials are
 * allowed.
 *
 * @param allowedOrigins such as `https://tickets.example.com`; `*` for any.
 */
export function corsHeaders(
  { headers: { origin } }: IncomingMessage,
  allowedOrigins: readonly string[],
): OutgoingHttpHeaders {
  if (origin === undefined) return { vary: 'Origin' };
  const any = allowedOrigins.includes('*');
  if (!any && !allowedOrigins.includes(origin)) return { vary: 'Origin' };
  return {
    vary: 'Origin',
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-expose-headers': 'x-request-id',
  };
}

/** Answers a preflight; says whether the request was one. */
export function replyPreflight(request: IncomingMessage, response: Answer): boolean {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  reply(response, 204, {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': PREFLIGHT_SECONDS,
  });
  return true;
}

import type { IncomingMessage } from 'node:http';

import { type HeaderList, type HttpResponse, send } from '../response';

/** How long a browser may remember the response to a preflight. */
const PREFLIGHT_SECONDS = '600';

const NONE: HeaderList = [];
const VARY: HeaderList = ['vary', 'Origin'];

/** Returns whether pages of `origin` may call. `*` among the allowed ones admits any; a missing origin is never allowed. */
export const isAllowedOrigin = (origin: string | undefined, allowedOrigins: readonly string[]): boolean =>
  origin !== undefined && (allowedOrigins.includes('*') || allowedOrigins.includes(origin));

/**
 * The headers by which browsers let pages of the allowed origins read a response. The gateway uses no cookies, so no
 * credentials are allowed.
 *
 * @param allowedOrigins such as `https://tickets.example.com`; `*` for any.
 */
export function corsHeaders(
  { method, headers: { origin } }: IncomingMessage,
  allowedOrigins: readonly string[],
): HeaderList {
  // Caches keep responses to GET: they have to know that a page of some origin would get another one.
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

/** Answers a request that is a preflight; returns whether it was one. */
export function sendPreflight(
  request: IncomingMessage,
  response: HttpResponse,
  allowedOrigins: readonly string[],
): boolean {
  const { method, headers } = request;
  if (method !== 'OPTIONS' || headers['access-control-request-method'] === undefined) return false;
  const granted = {
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '',
    'access-control-max-age': PREFLIGHT_SECONDS,
  };
  send(response, 204, isAllowedOrigin(headers.origin, allowedOrigins) ? granted : {});
  return true;
}

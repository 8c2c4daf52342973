import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long a browser may remember the answer to a preflight. */
const PREFLIGHT_SECONDS = 600;

/** Whether pages of `origin` may call. `*` among the allowed ones lets any; who names no origin is none. */
export const isAllowedOrigin = (origin: string | undefined, allowedOrigins: readonly string[]): boolean =>
  origin !== undefined && (allowedOrigins.includes('*') || allowedOrigins.includes(origin));

/**
 * Lets pages of the allowed origins call, and answers their preflights. No cookie is ever used, so no credentials are
 * allowed.
 *
 * @param allowedOrigins such as `https://tickets.example.com`; `*` for any.
 * @returns whether the request was a preflight, and so is answered.
 */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  allowedOrigins: readonly string[],
): boolean {
  const { origin } = request.headers;
  const isAllowed = isAllowedOrigin(origin, allowedOrigins);
  if (isAllowed) {
    response.setHeader('access-control-allow-origin', allowedOrigins.includes('*') ? '*' : (origin ?? ''));
    response.setHeader('access-control-expose-headers', 'x-request-id, retry-after');
  }
  response.appendHeader('vary', 'Origin');
  const isPreflight =
    request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
  if (!isPreflight) return false;
  if (isAllowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? '',
    );
    response.setHeader('access-control-max-age', PREFLIGHT_SECONDS);
  }
  response.writeHead(204).end();
  return true;
}

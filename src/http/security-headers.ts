import type { ServerResponse } from 'node:http';

/** Half a year, as is usual; a browser that has seen it never asks in the clear meanwhile. */
const HSTS_SECONDS = 15_552_000;

const HEADERS: readonly (readonly [string, string])[] = [
  // What an answer may do, should a browser ever show it as a page: nothing.
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  // Answers are read across origins by CORS alone, which this does not concern; nobody embeds them.
  ['cross-origin-resource-policy', 'same-origin'],
  ['referrer-policy', 'no-referrer'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/**
 * Puts on an answer the headers that every answer has. A page sets a `content-security-policy` of its own afterwards.
 *
 * @param isHttps whether clients reach this gateway by TLS: then browsers are told to insist on it.
 */
export function secure(response: ServerResponse, isHttps: boolean): void {
  for (const [name, value] of HEADERS) response.setHeader(name, value);
  if (isHttps) response.setHeader('strict-transport-security', `max-age=${HSTS_SECONDS}`);
}

import type { OutgoingHttpHeaders } from 'node:http';

/** Half a year, as is usual; a browser that has seen it never asks in the clear meanwhile. */
const HSTS_SECONDS = 15_552_000;

const HEADERS: OutgoingHttpHeaders = {
  // What an answer may do, should a browser ever show it as a page: nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Answers are read across origins by CORS alone, which this does not concern; nobody embeds them.
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/**
 * The headers that every answer has. A page sets a `content-security-policy` of its own afterwards.
 *
 * @param isHttps whether clients reach this gateway by TLS: then browsers are told to insist on it.
 */
export const securityHeaders = (isHttps: boolean): OutgoingHttpHeaders => ({
  ...HEADERS,
  ...(isHttps && { 'strict-transport-security': `max-age=${HSTS_SECONDS}` }),
});

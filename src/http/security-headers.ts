import type { HeaderList } from './response';

/** Half a year, as is usual; a browser that has seen it sends nothing unencrypted meanwhile. */
const HSTS_SECONDS = 15_552_000;

const HEADERS = {
  // Should a browser ever show a response as a page, the page may do nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Pages of other origins read responses by CORS alone, which this does not concern; none embeds them.
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** For a response to JSON that was posted: no browser shows such a response as a page, so the rest has no use there. */
const HEADERS_OF_DATA = { 'x-content-type-options': 'nosniff' };

/**
 * Returns a function that gives the security headers of a response. A page sets a `content-security-policy` of its own
 * afterwards.
 *
 * @param isHttps whether clients reach this gateway by TLS: then browsers are instructed to insist on it.
 */
export function securityHeaders(isHttps: boolean): (isPostedJson: boolean) => HeaderList {
  const strict = isHttps && { 'strict-transport-security': `max-age=${HSTS_SECONDS}` };
  const ofData = Object.entries({ ...HEADERS_OF_DATA, ...strict }).flat();
  const ofOthers = Object.entries({ ...HEADERS, ...strict }).flat();
  return (isPostedJson) => (isPostedJson ? ofData : ofOthers);
}

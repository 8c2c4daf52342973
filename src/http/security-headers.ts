import type { HeaderList } from './reply';

/** Half a year, as is usual; a browser that has seen it never asks in the clear meanwhile. */
const HSTS_SECONDS = 15_552_000;

const HEADERS = {
  // What an answer may do, should a browser ever show it as a page: nothing.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // Answers are read across origins by CORS alone, which this does not concern; nobody embeds them.
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** On an answer to JSON that was posted: no browser goes to such an answer as to a page, so the rest has no use there. */
const HEADERS_OF_DATA = { 'x-content-type-options': 'nosniff' };

/**
 * The headers that an answer has for its safety. A page sets a `content-security-policy` of its own afterwards.
 *
 * @param isHttps whether clients reach this gateway by TLS: then browsers are told to insist on it.
 */
export function securityHeaders(isHttps: boolean): (isPostedJson: boolean) => HeaderList {
  const strict = isHttps && { 'strict-transport-security': `max-age=${HSTS_SECONDS}` };
  const ofData = Object.entries({ ...HEADERS_OF_DATA, ...strict }).flat();
  const ofOthers = Object.entries({ ...HEADERS, ...strict }).flat();
  return (isPostedJson) => (isPostedJson ? ofData : ofOthers);
}

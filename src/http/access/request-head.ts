import type { IncomingHttpHeaders } from 'node:http';

import { Refusal } from '../refusal';
import type { HttpRequest } from '../request';
import { isAllowedOrigin } from './cors';

/**
 * Checks method, origin and headers of a request for GraphQL before a byte of its body is read. What is refused here is
 * not carried out, not even in part. Why forged requests are refused exactly here: docs/decisions/forged-requests.md.
 *
 * @param allowedOrigins as for `corsHeaders`.
 * @param isStream whether the response would be an event stream.
 * @returns null if nothing is wrong.
 */
export function checkRequestHead(
  request: HttpRequest,
  allowedOrigins: readonly string[],
  isStream: boolean,
): Refusal | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return METHOD_NOT_ALLOWED;
  if (isOfAnotherOrigin(headers) && !isAllowedOrigin(headers.origin, allowedOrigins))
    return ORIGIN_NOT_ALLOWED;
  if (isEncoded(headers)) return ENCODED;
  if (method === 'POST' && !isPlainJson(headers['content-type'])) return NOT_JSON;
  // A mutation must not be carried out for a client that cannot read its result.
  const { accepted } = request;
  if (isStream) return accepted.stream ? null : STREAM_NOT_ACCEPTED;
  return accepted.graphql === null ? NOT_ACCEPTED : null;
}

const METHOD_NOT_ALLOWED = new Refusal(405, 'METHOD_NOT_ALLOWED', 'Send GraphQL requests by GET or POST.', {
  headers: { allow: 'GET, HEAD, POST' },
});
const ORIGIN_NOT_ALLOWED = new Refusal(
  403,
  'ORIGIN_NOT_ALLOWED',
  'A page of this origin may not call the gateway (CSRF prevention).',
);
// A compressed body may be of any size once it is unpacked.
const ENCODED = new Refusal(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'A compressed request is not accepted: send it uncompressed, without Content-Encoding.',
);
const NOT_JSON = new Refusal(
  415,
  'UNSUPPORTED_MEDIA_TYPE',
  'Send the request as content-type: application/json, in UTF-8.',
);
const NOT_ACCEPTED = new Refusal(
  406,
  'NOT_ACCEPTABLE',
  'Accept application/graphql-response+json or application/json; for a subscription, text/event-stream.',
);
const STREAM_NOT_ACCEPTED = new Refusal(406, 'NOT_ACCEPTABLE', 'Accept text/event-stream.');

/** Returns whether a browser reports that a page of another origin sent the request. Other clients report nothing. */
function isOfAnotherOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

const isEncoded = ({ 'content-encoding': encoding }: IncomingHttpHeaders): boolean =>
  encoding !== undefined && encoding.trim().toLowerCase() !== 'identity';

/**
 * Returns whether a body is JSON in UTF-8, as the specification wants it. Pages can send other types without a preflight.
 * Parameters other than the charset mean nothing to JSON.
 */
function isPlainJson(contentType = ''): boolean {
  if (contentType === 'application/json') return true;
  const [type = '', ...parameters] = contentType.toLowerCase().split(';');
  if (type.trim() !== 'application/json') return false;
  return parameters.every((parameter) => !/^\s*charset\s*=/.test(parameter) || IN_UTF8.test(parameter));
}

const IN_UTF8 = /^\s*charset\s*=\s*("utf-?8"|utf-?8)\s*$/;

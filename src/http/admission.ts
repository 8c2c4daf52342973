import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { answerTypeFor } from '../graphql/answer-type';
import { isAllowedOrigin } from './cors';
import type { Refusal } from './refusal';

/**
 * What is wrong with the method, the origin or the headers of a request for GraphQL, before a byte of its body is read;
 * null where nothing is. Nothing that is refused here is carried out, not even in part. Why the line against forged
 * requests runs where it does: docs/decisions/forged-requests.md.
 *
 * @param allowedOrigins as for `allowOrigin`.
 * @param isStream whether the answer would be an event stream.
 */
export function objectionTo(
  request: IncomingMessage,
  allowedOrigins: readonly string[],
  isStream: boolean,
): Refusal | null {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'POST') {
    const message = 'GraphQL is asked by GET or POST.';
    return { status: 405, code: 'METHOD_NOT_ALLOWED', message, headers: { allow: 'GET, POST' } };
  }
  if (isOfAnotherOrigin(headers) && !isAllowedOrigin(headers.origin, allowedOrigins)) {
    const message = 'A page of this origin may not call the gateway (CSRF prevention).';
    return { status: 403, code: 'ORIGIN_NOT_ALLOWED', message };
  }
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') {
    // A compressed body may be of any size once it is unpacked.
    const message = 'A compressed request is not accepted: send it as it is, without Content-Encoding.';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  if (method === 'POST' && !isPlainJson(headers['content-type'])) {
    const message = 'Send the request as content-type: application/json, in UTF-8.';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  // A mutation must not be carried out for somebody who cannot read what became of it.
  if (!isStream && answerTypeFor(headers.accept) === null) {
    const message = 'Accept application/graphql-response+json or application/json.';
    return { status: 406, code: 'NOT_ACCEPTABLE', message };
  }
  if (isStream && headers.accept !== 'text/event-stream') {
    const message = 'Accept text/event-stream, and nothing else.';
    return { status: 406, code: 'NOT_ACCEPTABLE', message };
  }
  return null;
}

/** Whether a browser says that a page of another origin is behind the request. Who is no browser says nothing. */
function isOfAnotherOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether a body is what the specification asks for. Other types any page can send without a preflight. */
const isPlainJson = (contentType = ''): boolean =>
  contentType === 'application/json' ||
  /^application\/json\s*(;\s*charset\s*=\s*("utf-8"|utf-8)\s*)?;?\s*$/i.test(contentType);

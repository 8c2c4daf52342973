import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';

import type { ReadyAnswer } from '../../fast-reads/ready-answers';
import { isUnchanged, validators, withoutEncoding } from '../compression/validators';
import type { Encoding } from '../compression/encodings';
import { FRONTEND_KEY_HEADER } from '../access/frontend-keys';
import type { HttpRequest } from '../request';

/** The tag that names the bytes of an answer. */
const etagOf = (answer: ReadyAnswer): string =>
  (answer.etag ??= `"${createHash('sha256').update(answer.body).digest('base64url')}"`);

/**
 * The status and headers of a response to a GET that holds for another `leftMs` milliseconds, so that browsers and CDNs can
 * help: they may serve it again for as long as it is sure to be true, and then ask whether it still is.
 *
 * @param encoding how the response is compressed.
 */
export function toGet(
  request: HttpRequest,
  answer: ReadyAnswer,
  leftMs: number,
  encoding: Encoding | null,
): { status: 200 | 304; headers: OutgoingHttpHeaders } {
  const headers = {
    ...validators(etagOf(answer), encoding),
    // A caller without a key must not get from a cache what another caller's key has brought there.
    vary: `Origin, Accept, Accept-Encoding, ${FRONTEND_KEY_HEADER}`,
    'cache-control': `public, max-age=${Math.max(Math.floor(leftMs / 1000), 0)}`,
  };
  return isUnchanged(request, headers.etag)
    ? { status: 304, headers: withoutEncoding(headers) }
    : { status: 200, headers: { ...headers, 'content-type': answer.contentType } };
}

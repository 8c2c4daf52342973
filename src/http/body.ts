import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

/** The largest request that is read: a query with its variables has a hundredth of it. */
export const MAX_BODY_BYTES = 256 * 1024;

/** The body is larger than `MAX_BODY_BYTES`. */
export class BodyTooLarge extends Error {}

/** The body is not UTF-8. */
export class BodyNotUtf8 extends Error {}

/**
 * The body of a request as text.
 *
 * @throws BodyTooLarge as soon as that is clear; the rest is not read.
 * @throws BodyNotUtf8
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!isUtf8(body)) throw new BodyNotUtf8();
  return body.toString('utf8');
}

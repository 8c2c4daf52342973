import type { IncomingMessage } from 'node:http';

/** The largest request that is read: a query with its variables has a hundredth of it. */
export const MAX_BODY_BYTES = 256 * 1024;

/** The body is larger than `MAX_BODY_BYTES`. */
export class BodyTooLarge extends Error {}

/**
 * The body of a request as text.
 *
 * @throws BodyTooLarge as soon as that is clear; the rest is not read.
 */
export function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw new BodyTooLarge();
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) {
        request.pause();
        reject(new BodyTooLarge());
      } else chunks.push(chunk);
    });
    // Nearly every request comes in one piece, which is not copied.
    request.on('end', () => {
      const [first] = chunks;
      resolve((chunks.length === 1 && first ? first : Buffer.concat(chunks)).toString('utf8'));
    });
    request.on('error', reject);
  });
}

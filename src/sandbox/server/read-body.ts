import type { IncomingMessage } from 'node:http';

const BODY_LIMIT_BYTES = 1_000_000;

/**
 * Reads the whole body as text.
 * @throws Error if it is longer than a megabyte or incomplete.
 */
export async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT_BYTES) throw new Error('body too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

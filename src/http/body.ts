import type { IncomingMessage } from 'node:http';

import type { GraphQLError } from 'graphql';

import { isNestedDeeper } from '../graphql/limits/json-depth';
import { type Limits, overLimit } from '../graphql/limits/limits';

/** A request that is refused for its body, or what stands for one in its address. */
export class BodyRefused extends Error {
  constructor(
    readonly status: 400 | 413 | 415,
    message: string,
    readonly extensions: GraphQLError['extensions'],
  ) {
    super(message);
  }
}

/**
 * The body of a request as text, undefined where it is no POST. It is not too large, and neither is it JSON too deep to
 * be parsed; nor are the parts of the address that are JSON.
 *
 * @throws BodyRefused as soon as that is clear; the rest is not read.
 */
export async function readBody(
  request: IncomingMessage,
  url: URL,
  { bodyBytes, jsonDepth }: Limits,
): Promise<string | undefined> {
  refuseEncoded(request);
  const text = request.method === 'POST' ? await readText(request, bodyBytes) : undefined;
  for (const json of [text, url.searchParams.get('variables'), url.searchParams.get('extensions')]) {
    if (!isNestedDeeper(json ?? '', jsonDepth)) continue;
    const { message, extensions } = overLimit('jsonDepth', jsonDepth);
    throw new BodyRefused(400, message, extensions);
  }
  return text;
}

/** A compressed body may be of any size once it is unpacked, so none is. */
function refuseEncoded({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() === 'identity') return;
  const message = 'A compressed request is not accepted: send it as it is, without Content-Encoding.';
  throw new BodyRefused(415, message, { code: 'UNSUPPORTED_MEDIA_TYPE' });
}

async function readText(request: IncomingMessage, mostBytes: number): Promise<string> {
  const tooLarge = () =>
    new BodyRefused(413, `The request is larger than ${mostBytes} bytes.`, { code: 'PAYLOAD_TOO_LARGE' });
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

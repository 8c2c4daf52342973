import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

import type { GraphQLError } from 'graphql';

import { isNestedDeeper } from '../graphql/limits/json-depth';
import { type Limits, overLimit } from '../graphql/limits/limits';

/** A request that is refused for its body, or what stands for one in its address. */
export class BodyRefused extends Error {
  constructor(
    readonly status: 400 | 413,
    message: string,
    readonly extensions: GraphQLError['extensions'],
  ) {
    super(message);
  }
}

/**
 * The body of a request, empty where it is no POST; at once where it is here. Nearly every body comes in one packet
 * with its head: then all of it is here as soon as the parser is done with that packet, a microtask after the head, and
 * need not be waited for by events.
 *
 * @throws BodyRefused (also by way of the promise) for one that is too large, as soon as that is clear; the rest is not read.
 */
export function readBody(request: IncomingMessage, { bodyBytes }: Limits): Buffer | Promise<Buffer> {
  if (request.method !== 'POST') return NOTHING;
  const announcedBytes = Number(request.headers['content-length'] ?? NaN);
  if (announcedBytes > bodyBytes) throw tooLarge(bodyBytes);
  return request.readableLength === announcedBytes
    ? ((request.read() as Buffer | null) ?? NOTHING)
    : gathered(request, bodyBytes);
}

/**
 * A body as text.
 *
 * @throws BodyRefused where it is not UTF-8.
 */
export function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new BodyRefused(400, 'The body is not UTF-8.', { code: 'BAD_REQUEST' });
  return body.toString('utf8');
}

const NOTHING = Buffer.alloc(0);

const tooLarge = (bodyBytes: number): BodyRefused =>
  new BodyRefused(413, `The request is larger than ${bodyBytes} bytes.`, { code: 'PAYLOAD_TOO_LARGE' });

/** A body that comes in pieces. */
const gathered = (request: IncomingMessage, bodyBytes: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bodyBytes) {
        request.pause();
        reject(tooLarge(bodyBytes));
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });

/**
 * Looks at the JSON of a request before it is parsed: the body, or parts of the address.
 *
 * @param search the query of the address.
 * @throws BodyRefused where it is nested too deep.
 */
export function refuseTooDeep(body: string, search: string, { jsonDepth }: Limits): void {
  if (!isNestedDeeper(body, jsonDepth) && !isDeepSearch(search, jsonDepth)) return;
  const { message, extensions } = overLimit('jsonDepth', jsonDepth);
  throw new BodyRefused(400, message, extensions);
}

function isDeepSearch(search: string, jsonDepth: number): boolean {
  if (search === '') return false;
  const parameters = new URLSearchParams(search);
  return ['variables', 'extensions'].some((name) => isNestedDeeper(parameters.get(name) ?? '', jsonDepth));
}

/** What `parsed` makes of what is no JSON. */
export const NOT_JSON = Symbol('not JSON');

/** The value that JSON `text` stands for. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return NOT_JSON;
  }
}

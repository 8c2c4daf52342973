import { isUtf8 } from 'node:buffer';

import { type Limits, overLimit } from '../graphql/limits/limits';
import { isNestedDeeper } from './json-depth';
import { Refusal } from './refusal';
import type { HttpRequest } from './request';

/**
 * Reads the body of a request; it is empty unless the request is a POST. Nearly every body arrives in one packet with its
 * head: then all of it is here a microtask after the head, is returned at once, and no events have to be awaited.
 *
 * @returns a Refusal for a body that is too large, as soon as that is clear; the rest is not read.
 */
export function readBody(
  request: HttpRequest,
  { bodyBytes }: Limits,
): Buffer | Refusal | Promise<Buffer | Refusal> {
  if (request.method !== 'POST') return NOTHING;
  const announcedBytes = Number(request.headers['content-length'] ?? NaN);
  if (announcedBytes > bodyBytes) return tooLarge(bodyBytes);
  return request.readableLength === announcedBytes
    ? ((request.read() as Buffer | null) ?? NOTHING)
    : collect(request, bodyBytes);
}

/**
 * Decodes the body of a request, without a byte order mark, and checks how deep its JSON, or that of its address, is nested before it is
 * parsed.
 */
export function textOf(body: Buffer, search: string, { jsonDepth }: Limits): string | Refusal {
  if (isUtf16(body)) return IN_UTF16;
  if (!isUtf8(body)) return NOT_UTF8;
  const marked = body.toString('utf8');
  // .NET and PowerShell write one; "implementations that parse JSON texts MAY ignore" it (RFC 8259).
  const text = marked.startsWith(BYTE_ORDER_MARK) ? marked.slice(1) : marked;
  if (!isNestedDeeper(text, jsonDepth) && !isDeepSearch(search, jsonDepth)) return text;
  const { message, extensions } = overLimit('jsonDepth', jsonDepth);
  return unread(new Refusal(400, 'OVER_LIMIT', message, { extensions }));
}

const NOTHING = Buffer.alloc(0);

const BYTE_ORDER_MARK = '\uFEFF';

/** Whether a body begins as JSON in UTF-16 does: with its byte order mark, or with an ASCII character. */
function isUtf16({ 0: first, 1: second }: Buffer): boolean {
  const isMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMark || (second !== undefined && (first === 0 || second === 0));
}

/** A refusal after which the connection closes, since the rest of the body is not read. */
const unread = ({ status, code, message, details }: Refusal): Refusal =>
  new Refusal(status, code, message, { ...details, headers: { connection: 'close' } });

const IN_UTF16 = unread(new Refusal(400, 'BAD_REQUEST', 'The body is in UTF-16: send it in UTF-8.'));
const NOT_UTF8 = unread(new Refusal(400, 'BAD_REQUEST', 'The body is not UTF-8.'));

const tooLarge = (bodyBytes: number): Refusal =>
  unread(new Refusal(413, 'PAYLOAD_TOO_LARGE', `The request is larger than ${bodyBytes} bytes.`));

/** A body that arrives in pieces. */
const collect = (request: HttpRequest, bodyBytes: number): Promise<Buffer | Refusal> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > bodyBytes) {
        request.pause();
        resolve(tooLarge(bodyBytes));
      } else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
  });

function isDeepSearch(search: string, jsonDepth: number): boolean {
  if (search === '') return false;
  const parameters = new URLSearchParams(search);
  return ['variables', 'extensions'].some((name) => isNestedDeeper(parameters.get(name) ?? '', jsonDepth));
}

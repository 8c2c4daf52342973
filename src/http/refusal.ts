import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { BodyNotUtf8, BodyTooLarge, MAX_BODY_BYTES } from './body';
import { replyJson } from './reply';

/** Why a request is not carried out: plain data, so that what decides need not know how it is sent. */
export interface Refusal {
  readonly status: number;
  /** The stable `extensions.code`. */
  readonly code: string;
  /** A sentence for the developer of the client. It never repeats what was sent. */
  readonly message: string;
  /** For a refusal that ends by itself. */
  readonly retryAfterSeconds?: number;
  readonly headers?: OutgoingHttpHeaders;
}

/** Sends a refusal in the shape of a GraphQL answer. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const { status, code, message, retryAfterSeconds } = refusal;
  const extensions = { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  const headers: OutgoingHttpHeaders = { ...refusal.headers };
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds);
  replyJson(response, status, { errors: [{ message, extensions }] }, headers);
}

/** The refusal that an error of `readBody`, or of parsing what it read, means; null where it is none of those. */
export function bodyRefusal(error: unknown): Refusal | null {
  if (error instanceof BodyTooLarge) {
    const message = `The request is larger than ${MAX_BODY_BYTES} bytes.`;
    return { status: 413, code: 'PAYLOAD_TOO_LARGE', message, headers: { connection: 'close' } };
  }
  const bad = (message: string): Refusal => ({ status: 400, code: 'BAD_REQUEST', message });
  if (error instanceof BodyNotUtf8) return bad('The body is not UTF-8.');
  if (error instanceof SyntaxError) return bad('The body is not JSON.');
  return null;
}

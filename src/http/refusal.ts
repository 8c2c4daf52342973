import type { OutgoingHttpHeaders } from 'node:http';

import { type Answer, replyJson } from './reply';

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
export function sendRefusal(response: Answer, refusal: Refusal): void {
  const { status, code, message, retryAfterSeconds } = refusal;
  const extensions = { code, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  const headers: OutgoingHttpHeaders = { ...refusal.headers };
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds);
  replyJson(response, status, { errors: [{ message, extensions }] }, headers);
}

import type { OutgoingHttpHeaders } from 'node:http';

import type { SourceLocation } from 'graphql';

import type { ErrorCode } from '../graphql/error-codes';
import { type HttpResponse, sendJson } from './response';

/** What a refusal may have beside status, code and message. */
interface Details {
  /** For a refusal that ends by itself. */
  readonly retryAfterSeconds?: number;
  readonly headers?: OutgoingHttpHeaders;
  /** Where in the document the error is. */
  readonly locations?: readonly SourceLocation[];
  /** More `extensions` of the error. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * Why a request is not carried out, as data: every check returns one instead of sending or throwing it, and the server
 * sends it in one place.
 */
export class Refusal {
  /**
   * @param code the stable `extensions.code`.
   * @param message a sentence for the developer of the client. It never repeats what was sent.
   */
  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    readonly message: string,
    readonly details: Details = {},
  ) {}
}

/** What a handler returns: nothing if it has sent, or will send, a response; otherwise the refusal to send. */
export type Handled = void | Refusal | Promise<void | Refusal>;

/** Sends a refusal in the shape of a GraphQL response. */
export function sendRefusal(response: HttpResponse, { status, code, message, details }: Refusal): void {
  const { retryAfterSeconds } = details;
  response.refusal = code;
  const extensions = {
    code,
    ...details.extensions,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  const headers: OutgoingHttpHeaders = { ...details.headers };
  if (retryAfterSeconds !== undefined) headers['retry-after'] = String(retryAfterSeconds);
  const { locations } = details;
  sendJson(response, status, { errors: [{ message, ...(locations && { locations }), extensions }] }, headers);
}

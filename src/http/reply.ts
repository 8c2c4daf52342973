import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

import type { BodyRefused } from './body';

/** Sends a whole answer. */
export function reply(
  response: ServerResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '',
): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
  response.end(body);
}

/** Sends JSON that nobody may keep. */
export function replyJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const plain = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  reply(response, status, { ...plain, ...headers }, JSON.stringify(body));
}

/** Refuses a request in the shape of a GraphQL answer. */
export const refuse = (
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  headers: OutgoingHttpHeaders = {},
): void => replyJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);

/** Refuses a request for its body, of which the rest is not read. */
export const refuseBody = (response: ServerResponse, { status, message, extensions }: BodyRefused): void =>
  replyJson(response, status, { errors: [{ message, extensions }] }, { connection: 'close' });

import { type OutgoingHttpHeaders, ServerResponse } from 'node:http';

import type { BodyRefused } from './body';

/** A response with the headers that every answer to its request has. They go out in one piece with its own. */
export class Answer extends ServerResponse {
  common: OutgoingHttpHeaders = {};

  /** Puts those headers to the response, for whoever writes the head without `reply`. */
  setCommon(): void {
    for (const [name, value] of Object.entries(this.common))
      if (value !== undefined) this.setHeader(name, value);
  }
}

/** Sends a whole answer. */
export function reply(
  response: Answer,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '',
): void {
  const all = Object.assign(response.common, headers);
  // These two have no body, and a length would be taken for that of the body they stand for.
  if (status !== 204 && status !== 304) {
    all['content-length'] = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  }
  response.writeHead(status, all);
  // Text goes out in one piece with the head, and most of it is ASCII, which Latin-1 holds as it stands.
  if (typeof body === 'string' && body.length === all['content-length']) response.end(body, 'latin1');
  else response.end(body);
}

/** Sends JSON that nobody may keep. */
export function replyJson(
  response: Answer,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const plain = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  reply(response, status, { ...plain, ...headers }, JSON.stringify(body));
}

/** Refuses a request in the shape of a GraphQL answer. */
export const refuse = (
  response: Answer,
  status: number,
  code: string,
  message: string,
  headers: OutgoingHttpHeaders = {},
): void => replyJson(response, status, { errors: [{ message, extensions: { code } }] }, headers);

/** Refuses a request for its body, of which the rest is not read. */
export const refuseBody = (response: Answer, { status, message, extensions }: BodyRefused): void =>
  replyJson(response, status, { errors: [{ message, extensions }] }, { connection: 'close' });

import { type OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { type Utf8, quickest, utf8Of } from '../graphql/utf8';
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
export const reply = (
  response: Answer,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '',
): void => replyBytes(response, status, headers, typeof body === 'string' ? utf8Of(body) : body);

/** Sends a whole answer, the bytes of which are known. */
export const replyBytes = (
  response: Answer,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Utf8 | Buffer,
): void => send(response, status, Object.assign(response.common, headers), body);

/** Sends what a GraphQL request that was posted is answered with, which nobody may keep. */
export function replyToPost(response: Answer, contentType: string, body: Utf8 | Buffer): void {
  const all = response.common;
  all['content-type'] = contentType;
  all['cache-control'] = 'no-store';
  send(response, 200, all, body);
}

function send(response: Answer, status: number, all: OutgoingHttpHeaders, body: Utf8 | Buffer): void {
  // These two have no body, and a length would be taken for that of the body they stand for.
  if (status !== 204 && status !== 304) all['content-length'] = body.length;
  response.writeHead(status, all);
  response.end(typeof body === 'string' ? quickest(body) : body, 'latin1');
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

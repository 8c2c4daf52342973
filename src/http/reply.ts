import { type OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { type Utf8, quickest, utf8Of } from '../graphql/utf8';
import type { BodyRefused } from './body';

/** Headers as Node writes them quickest: names, each followed by its value. */
export type HeaderList = readonly string[];

/** A response with the headers that every answer to its request has. They go out in one piece with its own. */
export class Answer extends ServerResponse {
  common: HeaderList = [];

  /** Those headers by name, for whoever has others to add or to put in their place. */
  get commonByName(): Record<string, string> {
    const byName: Record<string, string> = {};
    for (let at = 0; at < this.common.length; at += 2)
      byName[this.common[at] ?? ''] = this.common[at + 1] ?? '';
    return byName;
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
export function replyBytes(
  response: Answer,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Utf8 | Buffer,
): void {
  const all: OutgoingHttpHeaders = { ...response.commonByName, ...headers };
  // These two have no body, and a length would be taken for that of the body they stand for.
  if (status !== 204 && status !== 304) all['content-length'] = body.length;
  response.writeHead(status, all);
  end(response, body);
}

/** Sends what a GraphQL request that was posted is answered with, which nobody may keep. */
export function replyToPost(response: Answer, contentType: string, body: Utf8 | Buffer): void {
  const own = [
    'content-type',
    contentType,
    'cache-control',
    'no-store',
    'content-length',
    String(body.length),
  ];
  response.writeHead(200, [...response.common, ...own]);
  end(response, body);
}

const end = (response: Answer, body: Utf8 | Buffer): void =>
  void response.end(typeof body === 'string' ? quickest(body) : body, 'latin1');

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

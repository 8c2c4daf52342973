import { type OutgoingHttpHeaders, ServerResponse } from 'node:http';

import { Summary } from '../graphql/summary';
import { type Body, quickest, utf8Of } from '../utf8';
import type { Encoding } from './compression/encodings';
import type { HttpRequest } from './request';

/** Headers in the form that Node writes fastest: names, each followed by its value. */
export type HeaderList = readonly string[];

/** What a request was for. Pages and health checks are not reported. */
export type RequestKind = 'graphql' | 'stream' | 'release';

/** Where a response came from: stored whole, written without Apollo Server, or by Apollo Server. */
export type ServedFrom = 'ready' | 'known' | 'apollo';

/** A response with the headers that all responses to its request have. They are written together with its own. */
export class HttpResponse extends ServerResponse<HttpRequest> {
  common: HeaderList = [];
  /** What the request is for; null while that is not known, and for requests that are not reported. */
  kind: RequestKind | null = null;
  readonly summary = new Summary();
  /** The code of the refusal that was sent; null for none. */
  refusal: string | null = null;
  servedFrom: ServedFrom | null = null;
  /** When its operation began to be executed, by `performance.now()`; null: none was. */
  executedAtMs: number | null = null;
  /** The name of the frontend whose key was sent; null for none. */
  frontend: string | null = null;
  bodyBytes = 0;

  /** Those headers by name, to be extended or overridden. */
  get commonByName(): Record<string, string> {
    const byName: Record<string, string> = {};
    for (let at = 0; at < this.common.length; at += 2)
      byName[this.common[at] ?? ''] = this.common[at + 1] ?? '';
    return byName;
  }
}

/** Sends a whole response. */
export const send = (
  response: HttpResponse,
  status: number,
  headers: OutgoingHttpHeaders = {},
  body: string | Buffer = '',
): void => sendBytes(response, status, headers, typeof body === 'string' ? utf8Of(body) : body);

/**
 * Sends a whole response whose body is in bytes already.
 *
 * @param body null for the response to a HEAD request whose body is not known: it has no length then.
 */
export function sendBytes(
  response: HttpResponse,
  status: number,
  headers: OutgoingHttpHeaders,
  body: Body | null,
): void {
  const all: OutgoingHttpHeaders = { ...response.commonByName, ...headers };
  if (body === null) return void response.writeHead(status, all).end();
  // These two have no body; a length would be read as that of the body they stand for.
  if (status !== 204 && status !== 304) all['content-length'] = body.length;
  response.writeHead(status, all);
  end(response, body);
}

/** Sends the response to a GraphQL request that was posted. No cache may keep it, so it needs no `Vary` for its encoding. */
export function sendToPost(
  response: HttpResponse,
  contentType: string,
  body: Body,
  encoding: Encoding | null = null,
): void {
  const own = [
    'content-type',
    contentType,
    'cache-control',
    'no-store',
    'content-length',
    String(body.length),
  ];
  if (encoding !== null) own.push('content-encoding', encoding);
  response.writeHead(200, [...response.common, ...own]);
  end(response, body);
}

function end(response: HttpResponse, body: Body): void {
  response.bodyBytes = body.length;
  response.end(typeof body === 'string' ? quickest(body) : body, 'latin1');
}

/** Sends JSON that no cache may keep. */
export function sendJson(
  response: HttpResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  const plain = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  send(response, status, { ...plain, ...headers }, JSON.stringify(body));
}

/** Redirects to an address relative to the request's own, so that a path before it does not matter. */
export const redirect = (response: HttpResponse, location: string): void => send(response, 302, { location });

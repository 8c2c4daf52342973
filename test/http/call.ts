import type { IncomingHttpHeaders } from 'node:http';

import { request } from 'undici';

import type { House } from '../support/house';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD';
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

/** A query that asks nothing of upstream. */
export const SMALL_QUERY = '{ countries { isoCode } }';

/** What the gateway answers to any HTTP request. */
export async function call(house: House, path: string, options: RawCall = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  const answer = await request(house.gateway.url + path, { method, headers, body: body ?? null });
  return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
}

/** The code of the first error in an answer; undefined where there is none. */
export function codeOf({ text }: RawAnswer): string | undefined {
  const { errors } = JSON.parse(text) as { errors?: { extensions: { code: string } }[] };
  return errors?.[0]?.extensions.code;
}

import { type IncomingMessage, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import { request as call } from 'undici';

/** A new id in place of one that the sandbox gave out: of the same type, and another one each time. */
export type Rename = (id: string | number, kind: string) => string | number;

/** The sandbox under a second address, where every id has another name. */
export interface RenamingUpstream {
  readonly url: string;
  /** The new name of the sandbox's own id. */
  readonly nameOf: (id: string | number, kind: string) => string | number;
  readonly close: () => Promise<void>;
}

/** The keys under which upstream's JSON holds ids; `id` alone is named for what it is in. */
const ID_KEY = /^(id|.*_id|.*Id|ticketTypeId|priceLevelId|order_number|order_token|display_id|places)$/;
/** What is no id of one thing, but a number of a fixed list, or a text that a person chose. */
const LISTED = new Set(['country', 'region', 'type', 'order_source_account_id', 'source_account_id']);

/** Starts one before the sandbox at `baseUrl`. The sandbox sees its own ids only, and of the right type. */
export async function startRenamingUpstream(baseUrl: string, rename: Rename): Promise<RenamingUpstream> {
  const names = new Map<string, string | number>();
  const originals = new Map<string, string | number>();
  const { origin, pathname } = new URL(baseUrl);
  let own = '';

  const nameOf = (id: string | number, kind: string): string | number => {
    const key = JSON.stringify(id);
    const known = names.get(key);
    if (known !== undefined) return known;
    let name = rename(id, kind);
    while (originals.has(JSON.stringify(name))) name = rename(id, kind);
    names.set(key, name);
    originals.set(JSON.stringify(name), id);
    return name;
  };
  const renamed = (value: unknown, key: string, within: string): unknown => {
    if (Array.isArray(value)) return value.map((entry) => renamed(entry, key, within));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, entry]) => [name, renamed(entry, name, key)]),
      );
    }
    const isId = ID_KEY.test(key) && !LISTED.has(key) && !LISTED.has(within);
    if (isId && (typeof value === 'string' || typeof value === 'number')) {
      return nameOf(value, key === 'id' ? within : key);
    }
    // Polling has to come through here, too.
    return typeof value === 'string' ? value.replace(origin, own) : value;
  };
  /** Only an id of the very type that was given out is known: `"7"` is not `7`. */
  const restored = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(restored);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, restored(entry)]));
    }
    return originals.get(JSON.stringify(value)) ?? value;
  };
  const pathOf = ({ url = '/' }: IncomingMessage): string => {
    const to = new URL(url, origin);
    const segments = to.pathname.split('/').map((one) => String(restored(decodeURIComponent(one))));
    to.pathname = segments.map(encodeURIComponent).join('/');
    for (const [name, value] of [...to.searchParams]) to.searchParams.set(name, String(restored(value)));
    return to.href;
  };

  const server = createServer((request, response) => {
    void (async () => {
      const headers = { ...request.headers };
      for (const hop of ['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding'])
        delete headers[hop];
      const sent = await text(request);
      const isJson = headers['content-type']?.includes('json') === true && sent !== '';
      const answer = await call(pathOf(request), {
        method: (request.method ?? 'GET') as 'GET',
        headers,
        body: isJson ? JSON.stringify(restored(JSON.parse(sent))) : sent || null,
      });
      const body = await answer.body.text();
      const isAnswerJson = String(answer.headers['content-type']).includes('json') && body !== '';
      response
        .writeHead(answer.statusCode, { 'content-type': String(answer.headers['content-type']) })
        .end(isAnswerJson ? JSON.stringify(renamed(JSON.parse(body), '', '')) : body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: own + pathname,
    nameOf,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { request } from 'undici';

import type { Sandbox } from '../../src/sandbox/sandbox';

/** What a partner is known by. */
export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
}

/** An upstream that knows the partner by more credentials than one, as while keys are rotated. */
export interface KeyExchange {
  readonly url: string;
  /** Replaces the credentials that are accepted. */
  accept(...credentials: Credentials[]): void;
  close(): Promise<void>;
}

/** Stands before `sandbox` and puts its credentials in the place of those that are accepted. */
export async function startKeyExchange(sandbox: Sandbox, ...first: Credentials[]): Promise<KeyExchange> {
  let accepted = first;
  const basic = ({ apiKey, apiSecret }: Credentials) =>
    `Basic ${Buffer.from(`${apiKey}:${apiSecret}`).toString('base64')}`;
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const url = new URL(incoming.url ?? '', sandbox.origin);
      const { authorization = '', ...headers } = incoming.headers;
      for (const name of ['host', 'connection']) delete headers[name];
      const inQuery = url.searchParams.get('apikey');
      const key = inQuery ?? headers['x-api-key'];
      const isBasic = authorization.startsWith('Basic ');
      const partner = accepted.find(
        (each) => each.apiKey === key && (!isBasic || basic(each) === authorization),
      );
      if (partner && inQuery !== null) url.searchParams.set('apikey', sandbox.apiKey);
      if (partner && headers['x-api-key'] !== undefined) headers['x-api-key'] = sandbox.apiKey;
      const body: Buffer[] = [];
      for await (const chunk of incoming) body.push(chunk as Buffer);
      const answer = await request(url, {
        method: incoming.method as 'GET',
        headers: { ...headers, authorization: isBasic && partner ? basic(sandbox) : authorization },
        ...(body.length > 0 && { body: Buffer.concat(body) }),
      });
      const text = (await answer.body.text())
        .replaceAll(sandbox.origin, origin)
        .replaceAll(`apikey=${sandbox.apiKey}`, `apikey=${String(key)}`);
      outgoing.writeHead(answer.statusCode, { ...answer.headers, 'content-length': Buffer.byteLength(text) });
      outgoing.end(text);
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: sandbox.url.replace(sandbox.origin, origin),
    accept: (...credentials) => void (accepted = credentials),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

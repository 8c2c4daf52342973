import { once } from 'node:events';
import { type Socket, connect } from 'node:net';

import type { House } from '../support/house';

/** A socket to the gateway on which a test writes what it likes. */
export interface Client {
  readonly socket: Socket;
  /** Everything that came back so far. */
  readonly heard: () => string;
  /** Resolves as soon as `heard` matches, so many times. */
  readonly hears: (pattern: RegExp, times?: number) => Promise<void>;
  /** Resolves when the gateway has hung up. */
  readonly closed: Promise<unknown>;
}

export async function openSocket(house: House, from = '127.0.0.1'): Promise<Client> {
  const port = Number(new URL(house.gateway.url).port);
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  let heard = '';
  socket.on('data', (piece) => (heard += piece.toString('latin1')));
  socket.on('error', () => {});
  const closed = once(socket, 'close').catch(() => {});
  await once(socket, 'connect');
  return {
    socket,
    heard: () => heard,
    hears: async (pattern, times = 1) => {
      while (heard.split(pattern).length <= times) {
        if (socket.destroyed) throw new Error(`The gateway hung up after: ${heard}`);
        await Promise.race([once(socket, 'data').catch(() => {}), closed]);
      }
    },
    closed,
  };
}

/** Writes `bytes` to a socket of its own, and returns all that the gateway sent before it disconnected. */
export async function converse(house: House, bytes: string | Buffer): Promise<string> {
  const client = await openSocket(house);
  client.socket.write(bytes);
  await client.closed;
  return client.heard();
}

/** The text of a request; `connection: close` has the gateway hang up after its answer. */
export function requestText(
  start: string,
  headers: readonly string[] = [],
  body: string | Buffer = '',
): Buffer {
  const head = [`${start} HTTP/1.1`, 'host: gateway', 'connection: close', ...headers].join('\r\n');
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), Buffer.from(body)]);
}

import { once } from 'node:events';
import type { Socket } from 'node:net';

import { type Dispatcher, Pool } from 'undici';

import { UpstreamTimeout, UpstreamUnavailable } from '../../../src/partner-api/errors';
import { dispatcherFor } from '../../../src/partner-api/transport/dispatcher';
import { exchange } from '../../../src/partner-api/transport/exchange';
import { Stop } from '../../../src/stop';
import { failure } from '../rig';
import { type Listener, closedPort, listen, listenWithFullBacklog, withoutFreeFiles } from './listeners';
import { listenTls, makeIdentity } from './tls';

const ORIGIN = 'http://upstream.example';
const PURCHASE = { origin: ORIGIN, method: 'PUT', path: '/cart', headers: {}, body: '{}' } as const;
const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}';

/** A host of two addresses; the second is tried where the first takes longer than 20 ms. */
const TWO_ADDRESSES: Pool.Options['connect'] = {
  lookup: (_host, _options, found) =>
    found(null, [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ]),
  autoSelectFamily: true,
  autoSelectFamilyAttemptTimeout: 20,
};

const toClose: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

const opened = <Listening extends Listener>(listener: Listening): Listening => {
  toClose.push(listener.close);
  return listener;
};

/** A pool of one connection to 127.0.0.1, or to another host that stands for it. */
function poolTo(port: number, options: Pool.Options = {}, origin = 'http://127.0.0.1'): Pool {
  const pool = new Pool(`${origin}:${port}`, { connections: 1, headersTimeout: 0, ...options });
  toClose.push(() => pool.destroy());
  return pool;
}

const httpsPoolTo = (port: number, connect: Pool.Options['connect'] = {}) =>
  poolTo(port, { connect }, 'https://127.0.0.1');

const send = (pool: Dispatcher, stop = new Stop()) => exchange(pool, PURCHASE, stop, () => {});

/** A server that never answers, and what it has read. */
async function silentServer() {
  let received = '';
  let onData = (): void => {};
  const server = opened(
    await listen((socket) =>
      socket.on('data', (data) => {
        received += data.toString();
        onData();
      }),
    ),
  );
  return {
    port: server.port,
    requests: () => received.split('PUT /cart').length - 1,
    nextData: () => new Promise<void>((resolve) => (onData = resolve)),
  };
}

/** Expects the request of a pool to fail as one that was surely never sent. */
async function expectNeverSent(pool: Dispatcher): Promise<void> {
  const error = await failure(send(pool));
  expect(error).toBeInstanceOf(UpstreamUnavailable);
  expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
}

describe('R-SENT-1: a request for which no connection was made was never sent', () => {
  it('where nothing listens', async () => {
    await expectNeverSent(poolTo(await closedPort()));
  });

  it('where the name of the host is unknown', async () => {
    // A label of 64 characters, which no resolver has to be asked about.
    await expectNeverSent(poolTo(80, {}, `http://${'a'.repeat(64)}.invalid`));
  });

  it('where connecting takes too long', async () => {
    const { port } = opened(await listenWithFullBacklog());
    await expectNeverSent(poolTo(port, { connect: { timeout: 100 } }));
  });

  it('where connecting to one address takes too long and another refuses', async () => {
    const { port } = opened(await listenWithFullBacklog());
    const pool = poolTo(port, { connect: TWO_ADDRESSES }, 'http://two-addresses.example');
    await expectNeverSent(pool);
  });

  (process.platform === 'linux' ? it : it.skip)(
    'where this process has no file left for a socket',
    async () => {
      const pool = poolTo((await silentServer()).port);
      await withoutFreeFiles(() => expectNeverSent(pool));
    },
  );
});

describe('R-SENT-2: a request for which no TLS session was made was never sent', () => {
  const identity = makeIdentity();
  const expired = makeIdentity({ validFromDay: -2, validToDay: -1 });
  const future = makeIdentity({ validFromDay: 1, validToDay: 2 });
  const elsewhere = makeIdentity({ ip: '127.0.0.2' });
  const unknownIssuer = makeIdentity({ issuer: identity });

  it.each([
    ['is signed by itself', identity, undefined],
    ['has expired', expired, expired.cert],
    ['is not valid yet', future, future.cert],
    ['is of another host', elsewhere, elsewhere.cert],
    ['is of an unknown issuer', unknownIssuer, undefined],
  ])('where the certificate %s', async (_, served, ca) => {
    const { port } = opened(await listenTls(served));
    await expectNeverSent(httpsPoolTo(port, { ca }));
  });

  it('where no version of TLS suits both', async () => {
    const { port } = opened(await listenTls({ ...identity, maxVersion: 'TLSv1.2' }));
    await expectNeverSent(httpsPoolTo(port, { ca: identity.cert, minVersion: 'TLSv1.3' }));
  });

  it('where the port speaks plain HTTP', async () => {
    const { port } = opened(
      await listen(
        (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      ),
    );
    await expectNeverSent(httpsPoolTo(port));
  });

  it('where the server breaks the handshake off', async () => {
    const { port } = opened(await listen((socket) => void socket.once('data', () => socket.destroy())));
    await expectNeverSent(httpsPoolTo(port));
  });
});

describe('R-SENT-2: a request for which a proxy makes no connection was never sent', () => {
  it.each([
    ['refuses', (socket: Socket) => void socket.once('data', () => socket.end('HTTP/1.1 502 Bad\r\n\r\n'))],
    ['hangs up', (socket: Socket) => void socket.once('data', () => socket.destroy())],
  ])('where the proxy %s', async (_, onSocket) => {
    const { port } = opened(await listen(onSocket));
    const proxyUrl = `http://127.0.0.1:${port}`;
    const dispatcher = dispatcherFor(ORIGIN, { connections: 1, timeoutMs: 5_000, proxyUrl });
    toClose.push(() => dispatcher.destroy());
    await expectNeverSent(dispatcher);
  });
});

describe('R-SENT-3: a request that is called off before it has a connection is never sent', () => {
  async function expectCalledOff(pool: Pool): Promise<void> {
    const stop = new Stop();
    const failing = failure(send(pool, stop));
    await new Promise(setImmediate);
    stop.abort();
    const error = await failing;
    expect(error).toBeInstanceOf(UpstreamTimeout);
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
  }

  it('while it waits for a busy socket, which the next request then uses', async () => {
    const answers: (() => void)[] = [];
    let connections = 0;
    const { port } = opened(
      await listen((socket) => {
        connections++;
        socket.on('data', () => answers.push(() => socket.write(OK)));
      }),
    );
    const answered = async () => {
      while (answers.length === 0) await new Promise(setImmediate);
      answers.shift()?.();
    };
    const pool = poolTo(port);
    const busy = send(pool);
    await expectCalledOff(pool);
    await answered();
    expect(await busy).toMatchObject({ status: 200 });
    const next = send(pool);
    await answered();
    expect(await next).toMatchObject({ status: 200 });
    expect(answers).toEqual([]);
    expect(connections).toBe(1);
  });

  it('while it waits for a socket in the pool of many', async () => {
    const server = await silentServer();
    const pool = poolTo(server.port, { connections: 2 });
    const busy = [failure(send(pool)), failure(send(pool)), failure(send(pool))];
    await expectCalledOff(pool);
    await pool.destroy();
    await Promise.all(busy);
    expect(server.requests()).toBeLessThanOrEqual(2);
  });

  it('while the connection is being made', async () => {
    await expectCalledOff(poolTo(opened(await listenWithFullBacklog()).port));
  });

  it('while TLS is being negotiated', async () => {
    const server = await silentServer();
    await expectCalledOff(httpsPoolTo(server.port));
  });

  it('where it was called off before it began', async () => {
    const server = await silentServer();
    const stop = new Stop();
    stop.abort();
    const error = await failure(send(poolTo(server.port), stop));
    expect(error).toBeInstanceOf(UpstreamTimeout);
    expect(error.mayHaveActed).toBe(false);
    expect(server.requests()).toBe(0);
  });

  it('where the caller has lost the right to send it once there is a socket', async () => {
    const server = await silentServer();
    const pool = poolTo(server.port);
    let asked = 0;
    const mayStillSend = () => asked++ < 0;
    const error = await failure(exchange(pool, { ...PURCHASE, mayStillSend }, new Stop(), () => {}));
    expect(error).toMatchObject({ mayHaveActed: false, retryable: true });
    expect(asked).toBe(1);
    // The next request uses the socket, and is all that the server has received.
    const read = server.nextData();
    const next = failure(exchange(pool, { ...PURCHASE, mayStillSend: () => true }, new Stop(), () => {}));
    await read;
    expect(server.requests()).toBe(1);
    await pool.destroy();
    await next;
  });

  it('where the pool is closed', async () => {
    const server = await silentServer();
    const pool = poolTo(server.port);
    const data = server.nextData();
    const sent = failure(send(pool));
    const waiting = failure(send(pool));
    await data;
    await pool.destroy();
    expect(await sent).toMatchObject({ mayHaveActed: true });
    expect(await waiting).toMatchObject({ mayHaveActed: false });
    expect(await failure(send(pool))).toMatchObject({ mayHaveActed: false });
  });
});

describe('R-SENT-4: a request that a socket took may have been carried out', () => {
  it.each([
    ['unread', (socket: Socket) => void setImmediate(() => socket.resetAndDestroy())],
    ['once it was read', (socket: Socket) => void socket.once('data', () => socket.resetAndDestroy())],
    ['within the head', (socket: Socket) => void socket.once('data', () => socket.end('HTTP/1.1 20'))],
    [
      'within the body',
      (socket: Socket) => void socket.once('data', () => socket.end(OK.slice(0, OK.length - 1))),
    ],
    [
      'by something other than HTTP',
      (socket: Socket) => void socket.once('data', () => socket.end('HELLO\r\n')),
    ],
  ])('where the connection ends %s', async (_, onSocket) => {
    const { port } = opened(await listen(onSocket));
    const error = await failure(send(poolTo(port)));
    expect(error).toBeInstanceOf(UpstreamUnavailable);
    expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
  });

  it('where the time is over', async () => {
    const server = await silentServer();
    const stop = new Stop();
    const data = server.nextData();
    const failing = failure(send(poolTo(server.port), stop));
    await data;
    stop.abort();
    const error = await failing;
    expect(error).toBeInstanceOf(UpstreamTimeout);
    expect(error).toMatchObject({ mayHaveActed: true, retryable: true });
  });

  it('while the one behind it, for which the connection is not made again, was never sent', async () => {
    const server = await listen(
      (socket) =>
        void socket.once('data', () => {
          void server.close();
          socket.resetAndDestroy();
        }),
    );
    const pool = poolTo(server.port);
    const [first, second] = await Promise.all([failure(send(pool)), failure(send(pool))]);
    expect(first).toMatchObject({ mayHaveActed: true });
    expect(second).toMatchObject({ mayHaveActed: false });
  });

  it('while one that finds its socket closed by the server is sent on another', async () => {
    const seen: Socket[] = [];
    const { port } = opened(
      await listen((socket) => {
        seen.push(socket);
        socket.once('data', () => socket.write(OK));
      }),
    );
    const pool = poolTo(port);
    expect(await send(pool)).toMatchObject({ status: 200 });
    const closed = once(pool, 'disconnect');
    seen[0]?.end();
    await closed;
    expect(await send(pool)).toMatchObject({ status: 200 });
    expect(seen).toHaveLength(2);
  });
});

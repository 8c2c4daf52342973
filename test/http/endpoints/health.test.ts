import { once } from 'node:events';
import { connect } from 'node:net';

import type { HealthReport } from '../../../src/health/health';
import { StoreFailed } from '../../../src/storage/errors';
import { MemoryStore } from '../../../src/storage/memory-store';
import { type House, openHouse } from '../../support/house';
import { call } from '../call';

let house: House;
let store: MemoryStore;
beforeEach(async () => {
  store = new MemoryStore();
  house = await openHouse({ store });
});
afterEach(() => house.close());

/** The report of the health check, and its HTTP status. */
async function health(): Promise<HealthReport & { code: number }> {
  const { status, text } = await call(house, '/health/ready');
  return { ...(JSON.parse(text) as HealthReport), code: status };
}

describe('health', () => {
  it('is live and ready from the start, without asking upstream', async () => {
    expect(await call(house, '/health/live')).toMatchObject({ status: 200, text: '{"status":"live"}' });
    const { status, text } = await call(house, '/health/ready');
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({
      status: 'ready',
      parts: { ledger: { status: 'ok' }, upstream: { status: 'unknown', answeredSecondsAgo: null } },
    });
    expect(house.sandbox.report().requests.token).toBe(0);
  });

  it.each(['GET', 'HEAD'] as const)(
    'is the readiness where just that is asked for, by %s',
    async (method) => {
      const { text: body } = await call(house, '/health/ready');
      for (const path of ['/health', '/health/ready']) {
        const { status, headers, text } = await call(house, path, { method });
        expect([status, headers['content-length'], text]).toEqual([
          200,
          String(body.length),
          method === 'GET' ? body : '',
        ]);
      }
    },
  );

  it('is degraded while upstream is not there, and still takes requests: another gateway would reach it no better', async () => {
    const read = () => house.clock.until(house.ask('{ event(id: "3F004CBB88958BF9") { id } }'));
    house.sandbox.setFaults([{ route: 'token', kind: 'hang' }]);
    for (let time = 0; time < 5; time++) await read();
    expect(await health()).toMatchObject({
      code: 200,
      status: 'degraded',
      parts: { upstream: { status: 'down', answeredSecondsAgo: null } },
    });
    house.sandbox.setFaults([]);
    // Asking finds out. The answer comes a moment later, so one of the next knows it.
    do await house.clock.pass(1000);
    while ((await health()).parts.upstream.status !== 'ok');
    await house.clock.pass(90_000);
    const { parts } = await health();
    expect(parts.upstream.status).toBe('ok');
    expect(parts.upstream.answeredSecondsAgo).toBeGreaterThanOrEqual(90);
  });

  it('is failed while the ledger takes no writes, and ready again afterwards', async () => {
    const check = store.check.bind(store);
    store.check = () => Promise.reject(new StoreFailed(new Error('full')));
    await house.clock.pass(1000);
    expect(await health()).toMatchObject({
      code: 503,
      status: 'failed',
      parts: { ledger: { status: 'failed' } },
    });
    store.check = check;
    await house.clock.pass(1000);
    expect(await health()).toMatchObject({ code: 200, status: 'ready' });
  });

  it('is failed where the disk hangs', async () => {
    store.check = () => new Promise(() => {});
    await house.clock.pass(1000);
    expect(await house.clock.until(health())).toMatchObject({ code: 503, status: 'failed' });
  });

  it('writes to the ledger once a second at most, however often it is asked', async () => {
    let checks = 0;
    store.check = async () => void checks++;
    await house.clock.pass(1000);
    await Promise.all(Array.from({ length: 20 }, health));
    expect(checks).toBe(1);
  });

  it('may not be cached', async () => {
    const { headers } = await call(house, '/health/ready');
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('is no longer ready once the gateway shuts down, while the requests under way end', async () => {
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 200 }]);
    const socket = connect(Number(new URL(house.gateway.url).port), '127.0.0.1');
    let heard = '';
    socket.on('data', (piece) => (heard += piece.toString()));
    const asUrl = encodeURIComponent('{ event(id: "3F004CBB88958BF9") { name } }');
    socket.write(`GET /graphql?query=${asUrl} HTTP/1.1\r\nhost: x\r\napollo-require-preflight: 1\r\n\r\n`);
    await house.clock.untilTrue(() => house.sandbox.report().requests.event === 1);

    const closed = house.gateway.close();
    socket.write('GET /health/ready HTTP/1.1\r\nhost: x\r\n\r\n');
    await once(socket, 'close');
    expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 503']);
    expect(heard).toContain('Seattle Sounders FC');
    expect(heard).toContain('{"status":"closing"}');
    await closed;
    await expect(call(house, '/health/live')).rejects.toThrow('ECONNREFUSED');
  });
});

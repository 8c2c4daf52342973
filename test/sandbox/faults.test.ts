import { request } from 'undici';
import { startSandbox, type Fault } from '../../src/sandbox/sandbox';
import { ADULT, FLOOR, SEATED } from './events';
import { Partner } from './partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const details = () => partner.call(`/event/${SEATED}`);
const onEvent = (fault: Omit<Fault, 'route'>) => partner.sandbox.setFaults([{ route: 'event', ...fault }]);

describe('a fault', () => {
  it('meets its route only, as often as it says', async () => {
    onEvent({ kind: 'status', times: 2 });
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(200);
    expect([(await details()).status, (await details()).status, (await details()).status]).toEqual([
      503, 503, 200,
    ]);
  });

  it('meets its event only, by path, body or cart', async () => {
    const { cart_id: cartId } = (await partner.reserve({ [ADULT]: 1 }, { eventId: FLOOR })).body;
    partner.sandbox.setFaults(
      (['event', 'reserve', 'deleteCart'] as const).map((route) => ({
        route,
        kind: 'status',
        eventId: FLOOR,
      })),
    );
    expect((await details()).status).toBe(200);
    expect((await partner.call(`/event/${FLOOR}`)).status).toBe(503);
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(200);
    expect((await partner.reserve({ [ADULT]: 1 }, { eventId: FLOOR })).status).toBe(503);
    expect((await partner.delete(cartId)).status).toBe(503);
  });

  it('status answers with a body and headers of choice, or in the shape that fits', async () => {
    onEvent({ kind: 'status', status: 429, headers: { 'Retry-After': '7' } });
    const quota = await details();
    expect(quota).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(quota.body.fault).toBeDefined();
    onEvent({ kind: 'status', status: 502, body: 'out of order' });
    expect(await details()).toMatchObject({ status: 502, text: 'out of order' });
  });

  it('resetBefore breaks the connection before the work, resetAfter after it', async () => {
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'resetBefore' }]);
    await expect(partner.reserve({ [ADULT]: 1 })).rejects.toThrow();
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, requests: { reserve: 1 } });
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'resetAfter' }]);
    await expect(partner.reserve({ [ADULT]: 1 })).rejects.toThrow();
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, requests: { reserve: 2 } });
  });

  it('hang never answers, until the sandbox closes', async () => {
    onEvent({ kind: 'hang' });
    const hanging = expect(details()).rejects.toThrow();
    while (partner.sandbox.report().requests.event === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await partner.sandbox.close();
    await hanging;
  });

  it('html answers a page', async () => {
    onEvent({ kind: 'html' });
    expect(await details()).toMatchObject({ status: 502, text: expect.stringContaining('<html') as string });
    onEvent({ kind: 'html', status: 200 });
    expect((await details()).status).toBe(200);
  });

  it('empty answers 200 without a body', async () => {
    onEvent({ kind: 'empty' });
    expect(await details()).toMatchObject({ status: 200, text: '', headers: { 'content-length': '0' } });
  });

  it('truncated ends in the middle of the real answer', async () => {
    const whole = (await details()).text;
    onEvent({ kind: 'truncated' });
    const response = await request(
      `${partner.sandbox.url}/event/${SEATED}?apikey=${partner.sandbox.apiKey}`,
      {
        headers: { authorization: `Bearer ${(await partner.newToken()).body.access_token}` },
      },
    );
    expect(response.headers['content-length']).toBe(String(whole.length));
    let got = '';
    await expect(
      (async () => {
        for await (const piece of response.body) got += String(piece);
      })(),
    ).rejects.toThrow();
    expect(got).toBe(whole.slice(0, whole.length / 2));
  });

  it('huge answers 30 MB', async () => {
    onEvent({ kind: 'huge' });
    expect((await details()).text.length).toBeGreaterThanOrEqual(30_000_000);
  });

  it('json answers any body', async () => {
    onEvent({ kind: 'json', body: { event: null } });
    expect(await details()).toMatchObject({ status: 200, text: '{"event":null}' });
    onEvent({ kind: 'json', status: 201, body: '{"event":' });
    expect(await details()).toMatchObject({ status: 201, text: '{"event":' });
  });

  it('latency delays what else there is', async () => {
    partner.sandbox.setFaults([
      { route: 'event', kind: 'latency', delayMs: 30 },
      { route: 'event', kind: 'latency', delayMs: 30 },
      { route: 'event', kind: 'status', times: 1 },
    ]);
    const startMs = performance.now();
    expect((await details()).status).toBe(503);
    expect(performance.now() - startMs).toBeGreaterThanOrEqual(58);
    expect((await details()).status).toBe(200);
  });

  it('latency does its work even when the client is gone', async () => {
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'latency', delayMs: 30 }]);
    const gone = AbortSignal.timeout(10);
    await expect(partner.reserve({ [ADULT]: 1 }, { signal: gone })).rejects.toThrow();
    while (partner.sandbox.report().openCarts === 0) await new Promise((resolve) => setImmediate(resolve));
  });
});

describe('the control endpoints', () => {
  const faults = (method: 'POST' | 'DELETE', body?: unknown) =>
    request(`${partner.sandbox.origin}/faults`, { method, body: JSON.stringify(body) ?? null });

  it('report without authentication', async () => {
    await partner.reserve({ [ADULT]: 1 });
    const response = await request(`${partner.sandbox.origin}/report`);
    expect(response.statusCode).toBe(200);
    expect(await response.body.json()).toEqual(partner.sandbox.report());
  });

  it('replace and clear the faults', async () => {
    expect((await faults('POST', [{ route: 'event', kind: 'status' }])).statusCode).toBe(204);
    expect((await details()).status).toBe(503);
    expect((await faults('POST', [{ route: 'event', kind: 'status', status: 500 }])).statusCode).toBe(204);
    expect((await details()).status).toBe(500);
    expect((await faults('DELETE')).statusCode).toBe(204);
    expect((await details()).status).toBe(200);
  });

  it('refuse a list that is none of faults', async () => {
    for (const list of [{}, [{ route: 'nowhere', kind: 'status' }], [{ route: 'event', kind: 'explode' }]]) {
      expect((await faults('POST', list)).statusCode).toBe(400);
    }
  });

  it('answer 404 and 405 to anything else', async () => {
    expect((await request(`${partner.sandbox.origin}/`)).statusCode).toBe(404);
    const response = await request(`${partner.sandbox.origin}/report`, { method: 'POST' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET']);
  });
});

describe('a sandbox', () => {
  it('starts with the whole catalogue and the real clock when nothing is said', async () => {
    const plain = await startSandbox();
    expect(plain.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/partners\/v1$/);
    expect(plain.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
    await plain.close();
  });

  it('says when it cannot listen', async () => {
    const port = Number(new URL(partner.sandbox.origin).port);
    await expect(startSandbox({ port })).rejects.toThrow('EADDRINUSE');
  });
});

import { request } from 'undici';
import type { Fault } from '../../../src/sandbox/sandbox';
import { ADULT, FLOOR, SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const details = () => partner.call(`/event/${SEATED}`);
const onEvent = (fault: Omit<Fault, 'route'>) => partner.sandbox.setFaults([{ route: 'event', ...fault }]);

describe('a fault', () => {
  it('affects only its route, as often as configured', async () => {
    onEvent({ kind: 'status', times: 2 });
    expect((await partner.reserve({ [ADULT]: 1 })).status).toBe(200);
    expect([(await details()).status, (await details()).status, (await details()).status]).toEqual([
      503, 503, 200,
    ]);
  });

  it('affects only its event, named by path, body or cart', async () => {
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

  it('status sends the given body and headers, or by default the fitting shape', async () => {
    onEvent({ kind: 'status', status: 429, headers: { 'Retry-After': '7' } });
    const quota = await details();
    expect(quota).toMatchObject({ status: 429, headers: { 'retry-after': '7' } });
    expect(quota.body.fault).toBeDefined();
    onEvent({ kind: 'status', status: 502, body: 'out of order' });
    expect(await details()).toMatchObject({ status: 502, text: 'out of order' });
  });

  it('resetBefore resets the connection before the call is carried out, resetAfter after it', async () => {
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'resetBefore' }]);
    await expect(partner.reserve({ [ADULT]: 1 })).rejects.toThrow();
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 0, requests: { reserve: 1 } });
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'resetAfter' }]);
    await expect(partner.reserve({ [ADULT]: 1 })).rejects.toThrow();
    expect(partner.sandbox.report()).toMatchObject({ openCarts: 1, requests: { reserve: 2 } });
  });

  it('hang never responds until the sandbox closes', async () => {
    onEvent({ kind: 'hang' });
    const hanging = expect(details()).rejects.toThrow();
    while (partner.sandbox.report().requests.event === 0)
      await new Promise((resolve) => setImmediate(resolve));
    await partner.sandbox.close();
    await hanging;
  });

  it('html sends a page', async () => {
    onEvent({ kind: 'html' });
    expect(await details()).toMatchObject({ status: 502, text: expect.stringContaining('<html') as string });
    onEvent({ kind: 'html', status: 200 });
    expect((await details()).status).toBe(200);
  });

  it('empty sends 200 without a body', async () => {
    onEvent({ kind: 'empty' });
    expect(await details()).toMatchObject({ status: 200, text: '', headers: { 'content-length': '0' } });
  });

  it('truncated ends in the middle of the real response', async () => {
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

  it('huge sends 30 MB', async () => {
    onEvent({ kind: 'huge' });
    expect((await details()).text.length).toBeGreaterThanOrEqual(30_000_000);
  });

  it('json sends any body', async () => {
    onEvent({ kind: 'json', body: { event: null } });
    expect(await details()).toMatchObject({ status: 200, text: '{"event":null}' });
    onEvent({ kind: 'json', status: 201, body: '{"event":' });
    expect(await details()).toMatchObject({ status: 201, text: '{"event":' });
  });

  it('latency delays the call and the fault after it', async () => {
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

  it('latency carries out the call even if the client has disconnected', async () => {
    partner.sandbox.setFaults([{ route: 'reserve', kind: 'latency', delayMs: 100 }]);
    const client = new AbortController();
    const aborted = expect(partner.reserve({ [ADULT]: 1 }, { signal: client.signal })).rejects.toThrow();
    while (partner.sandbox.report().requests.reserve === 0)
      await new Promise((resolve) => setImmediate(resolve));
    client.abort();
    await aborted;
    while (partner.sandbox.report().openCarts === 0) await new Promise((resolve) => setImmediate(resolve));
  });
});

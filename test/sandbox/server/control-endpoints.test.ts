import { request } from 'undici';
import { ADULT, SEATED } from '../support/events';
import { Partner } from '../support/partner';

let partner: Partner;
beforeEach(async () => {
  partner = await Partner.start();
});
afterEach(() => partner.sandbox.close());

const details = () => partner.call(`/event/${SEATED}`);

describe('the control endpoints', () => {
  const faults = (method: 'POST' | 'DELETE', body?: unknown) =>
    request(`${partner.sandbox.origin}/faults`, { method, body: JSON.stringify(body) ?? null });

  it('return the report without authentication', async () => {
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

  it('refuse an invalid list of faults', async () => {
    for (const list of [{}, [{ route: 'nowhere', kind: 'status' }], [{ route: 'event', kind: 'explode' }]]) {
      expect((await faults('POST', list)).statusCode).toBe(400);
    }
  });

  it('return 404 for other paths and 405 for other methods', async () => {
    expect((await request(`${partner.sandbox.origin}/`)).statusCode).toBe(404);
    const response = await request(`${partner.sandbox.origin}/report`, { method: 'POST' });
    expect([response.statusCode, response.headers.allow]).toEqual([405, 'GET']);
  });
});

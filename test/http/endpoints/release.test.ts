import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { CREATE, askOne } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { call, codeOf } from '../call';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

/** The path of a new cart's release beacon. */
async function releasePath(): Promise<string> {
  const tickets = [{ ticketId: '000001020005', quantity: 2 }];
  const cart = await askOne(house, CREATE, { input: { eventId: notable.generalAdmission, tickets } });
  const url = new URL(cart.releaseUrl as string);
  expect(url.origin).toBe(house.gateway.url);
  return url.pathname;
}

const seatsAreFree = () => house.clock.untilTrue(() => house.sandbox.report().openCarts === 0);

describe('the release beacon', () => {
  it('R-CLEANUP-1: gives the seats back for a POST without headers or body', async () => {
    const path = await releasePath();
    expect(house.sandbox.report().openCarts).toBe(1);
    expect(await call(house, path, { method: 'POST' })).toMatchObject({ status: 204, text: '' });
    await seatsAreFree();
    expect(house.sandbox.report()).toMatchObject({ deletes: 1, heldSeats: 0 });
  });

  it.each([
    ['text', { 'content-type': 'text/plain;charset=UTF-8' }, 'bye'],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'],
    ['broken JSON', { 'content-type': 'application/json' }, '{"query":'],
    ['far too much', { 'content-type': 'text/plain' }, 'x'.repeat(300_000)],
  ])('gives the seats back whatever a browser sends with it: %s', async (_what, headers, body) => {
    const path = await releasePath();
    expect((await call(house, path, { method: 'POST', headers, body })).status).toBe(204);
    await seatsAreFree();
  });

  it('may be sent twice', async () => {
    const path = await releasePath();
    for (let times = 0; times < 2; times++)
      expect((await call(house, path, { method: 'POST' })).status).toBe(204);
    await seatsAreFree();
    expect((await call(house, path, { method: 'POST' })).status).toBe(204);
    expect(house.sandbox.report()).toMatchObject({ deletes: 1, requests: { deleteCart: 1 } });
  });

  it.each(['unknown', '%2e%2e%2f', '%00', 'a'.repeat(2000), '%E0%A4%A'])(
    'L8: answers the same for a cart that is not there, and sends nothing upstream: %s',
    async (id) => {
      expect((await call(house, `/carts/${id}/release`, { method: 'POST' })).status).toBe(204);
      expect(house.sandbox.report().requests).toMatchObject({ token: 0, deleteCart: 0 });
    },
  );

  it.each(['GET', 'HEAD', 'PUT', 'DELETE'] as const)(
    'releases nothing for a %s: a link may be followed by anyone',
    async (method) => {
      const path = await releasePath();
      const answer = await call(house, path, { method });
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST' } });
      if (method !== 'HEAD') expect(codeOf(answer)).toBe('METHOD_NOT_ALLOWED');
      expect(house.sandbox.report().openCarts).toBe(1);
    },
  );
});

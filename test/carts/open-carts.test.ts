import { createHash } from 'node:crypto';

import { CREATE, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';

let house: House;
afterEach(() => house.close());

const open = async (env: Record<string, string>) => {
  house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.1', ...env } });
};

const SHOPPER = { 'x-forwarded-for': '203.0.113.7' };
const OTHER = { 'x-forwarded-for': '203.0.113.8' };

const create = (headers: Record<string, string>, more: object = {}) =>
  askOne(house, CREATE, { input: { ...TWO_TICKETS, ...more } }, headers);
const release = async (cart: { releaseUrl: string }) => {
  await fetch(cart.releaseUrl, { method: 'POST' });
};

describe('the carts that one address may have open', () => {
  const LIMIT = { MAX_CARTS_PER_ADDRESS: '2' };

  it('R-DOOR-6: are so many, one more is Throttled with nothing reserved, and others are served', async () => {
    await open(LIMIT);
    for (const cart of [await create(SHOPPER), await create(SHOPPER)]) {
      expect(cart.__typename).toBe('Cart');
    }
    expect(await create(SHOPPER)).toMatchObject({
      __typename: 'Throttled',
      code: 'CALLER_QUOTA',
      retryable: true,
      // The lease of the first runs out then, if nobody renews it.
      retryAfterSeconds: 120,
    });
    expect(house.sandbox.report().openCarts).toBe(2);
    expect((await create(OTHER)).__typename).toBe('Cart');
  });

  it('R-DOOR-6: are no more when all are asked for at once', async () => {
    await open(LIMIT);
    const results = await Promise.all(Array.from({ length: 12 }, () => create(SHOPPER)));
    const names = results.map(({ __typename }) => __typename as string).sort();
    expect(names).toEqual(['Cart', 'Cart', ...Array<string>(10).fill('Throttled')]);
    expect(house.sandbox.report().requests.reserve).toBe(2);
  });

  it('R-DOOR-6: are fewer as soon as one is given back upstream', async () => {
    await open(LIMIT);
    const first = await create(SHOPPER);
    await create(SHOPPER);
    await create(SHOPPER);
    await release(first as { releaseUrl: string });
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 1, 60_000);
    await house.clock.pass(1000);
    expect((await create(SHOPPER)).__typename).toBe('Cart');
  });

  it('R-DOOR-6: are fewer when a hold has run out', async () => {
    await open({ ...LIMIT, CART_LEASE_SECONDS: '3600' });
    await create(SHOPPER);
    await create(SHOPPER);
    await house.clock.pass(300_000);
    expect((await create(SHOPPER)).__typename).toBe('Cart');
  });

  it('R-DOOR-6: count a cart once, however often it is asked for with its idempotency key', async () => {
    await open(LIMIT);
    const again = () => create(SHOPPER, { idempotencyKey: 'one' });
    const first = await again();
    expect([(await again()).id, (await again()).id]).toEqual([first.id, first.id]);
    await create(SHOPPER);
    // Also when there is no more room.
    expect((await again()).id).toBe(first.id);
  });

  it('R-DOOR-6: count no cart that was refused', async () => {
    await open(LIMIT);
    for (let time = 0; time < 5; time++) {
      const refused = await create(SHOPPER, { tickets: [{ ticketId: '000002040006', quantity: 1000 }] });
      expect(refused.__typename).not.toBe('Throttled');
    }
    expect((await create(SHOPPER)).__typename).toBe('Cart');
  });

  it("are not counted for this machine's own addresses unless that is asked for", async () => {
    await open({});
    for (let carts = 0; carts < 12; carts++) expect((await create({})).__typename).toBe('Cart');
    for (let carts = 0; carts < 10; carts++) expect((await create(SHOPPER)).__typename).toBe('Cart');
    expect((await create(SHOPPER)).__typename).toBe('Throttled');
  });
});

describe('the carts that one frontend may have open', () => {
  const hash = (key: string) => createHash('sha256').update(key).digest('hex');
  const FRONTEND_KEYS = `web:${hash('web-key')},app:${hash('app-key')}`;

  it('R-DOOR-6: are so many, whatever addresses its shoppers have, and other frontends are served', async () => {
    await open({ FRONTEND_KEYS, MAX_CARTS_PER_KEY: '2' });
    const web = { 'x-frontend-key': 'web-key' };
    await create({ ...web, ...SHOPPER });
    await create({ ...web, ...OTHER });
    const third = { ...web, 'x-forwarded-for': '203.0.113.9' };
    expect((await create(third)).__typename).toBe('Throttled');
    expect((await create({ ...third, 'x-frontend-key': 'app-key' })).__typename).toBe('Cart');
  });
});

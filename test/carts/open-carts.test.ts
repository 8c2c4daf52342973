import { createHash } from 'node:crypto';

import type { SandboxOptions } from '../../src/sandbox/sandbox';
import { MemoryStore } from '../../src/storage/memory-store';
import { CREATE, DELETE, POLL, type Result, TWO_TICKETS, askOne, follow } from '../support/carts';
import { BUYER, PAY, PURCHASE } from '../support/checkout';
import { FakeClock } from '../support/fake-clock';
import { type House, openHouse } from '../support/house';

let house: House;
afterEach(() => house.close());

const open = async (
  env: Record<string, string>,
  sandbox: SandboxOptions = {},
  more: Pick<NonNullable<Parameters<typeof openHouse>[0]>, 'store' | 'clock' | 'upstreamUrl'> = {},
) => {
  house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.1', ...env }, sandbox, ...more });
};

const KEEP = 'mutation ($id: ID!) { keepCart(id: $id) { id } }';

const SHOPPER = { 'x-forwarded-for': '203.0.113.7' };
const OTHER = { 'x-forwarded-for': '203.0.113.8' };

const create = (headers: Record<string, string>, more: object = {}) =>
  askOne(house, CREATE, { input: { ...TWO_TICKETS, ...more } }, headers);
const release = async (cart: { releaseUrl: string }) => {
  await fetch(cart.releaseUrl, { method: 'POST' });
};

describe('the carts that one address may have open', () => {
  const LIMIT = { MAX_CARTS_PER_ADDRESS: '2' };
  const namesOf = (results: readonly Result[]) =>
    results.map(({ __typename }) => __typename as string).sort();

  it('R-DOOR-6: are so many; one more waits with nothing reserved, and others are served', async () => {
    await open(LIMIT);
    for (const cart of [await create(SHOPPER), await create(SHOPPER)]) {
      expect(cart.__typename).toBe('Cart');
    }
    const places = [await create(SHOPPER), await create(SHOPPER)];
    expect(places).toMatchObject([
      { __typename: 'Pending', operation: 'CREATE', queue: { position: 1, estimatedWaitSeconds: 60 } },
      { __typename: 'Pending', operation: 'CREATE', queue: { position: 2, estimatedWaitSeconds: 120 } },
    ]);
    expect(house.sandbox.report().openCarts).toBe(2);
    for (let carts = 0; carts < 2; carts++) expect((await create(OTHER)).__typename).toBe('Cart');
    expect(house.sandbox.report().requests.reserve).toBe(4);
  });

  it('R-DOOR-6: are no more when all are asked for at once', async () => {
    await open(LIMIT);
    const results = await Promise.all(Array.from({ length: 12 }, () => create(SHOPPER)));
    expect(namesOf(results)).toEqual(['Cart', 'Cart', ...Array<string>(10).fill('Pending')]);
    expect(house.sandbox.report().requests.reserve).toBe(2);
  });

  it('all get seats, one after the other, as carts end; the places only get better', async () => {
    await open({});
    const results: Result[] = [];
    for (let shoppers = 0; shoppers < 14; shoppers++) results.push(await create(SHOPPER));
    const [waiting, carts] = [results.splice(10), results];
    expect(namesOf(carts)).toEqual(Array<string>(10).fill('Cart'));
    expect(waiting.map(({ queue }) => queue.position as number)).toEqual([1, 2, 3, 4]);
    for (const [at, { token }] of waiting.entries()) {
      await askOne(house, DELETE, { input: { cartId: carts[at].id } });
      expect(await askOne(house, POLL, { token, wait: 5 })).toMatchObject({ __typename: 'Cart' });
      const rest = await Promise.all(
        waiting.slice(at + 1).map((one) => askOne(house, POLL, { token: one.token })),
      );
      expect(rest.map(({ queue }) => queue.position as number)).toEqual(rest.map((_, before) => before + 1));
      expect(house.sandbox.report().openCarts).toBe(10);
    }
    expect(house.sandbox.report().requests.reserve).toBe(14);
  });

  it('give their room to the next one if a shopper vanishes, buys, or leaves while it waits', async () => {
    await open(
      { ...LIMIT, CART_LEASE_SECONDS: '30', SHIPPING_PRECONFIGURED: 'true' },
      { shipping: 'preconfigured' },
    );
    const [bought] = [await create(SHOPPER), await create(SHOPPER)];
    const [leaves, next, last] = [await create(SHOPPER), await create(SHOPPER), await create(SHOPPER)];
    await askOne(house, DELETE, { input: { token: leaves.token } });
    expect(await askOne(house, POLL, { token: next.token })).toMatchObject({ queue: { position: 1 } });
    const input = { cartId: bought.id, buyer: BUYER, method: { invoiceReference: '77' } };
    await askOne(house, PAY, { input });
    await askOne(house, PURCHASE, { input: { cartId: bought.id, expectedTotal: '50.00' } });
    expect(await askOne(house, POLL, { token: next.token, wait: 5 })).toMatchObject({ __typename: 'Cart' });
    // The second cart's shopper says no more, and nor does the one who was just served.
    expect(await follow(house, last)).toMatchObject({ __typename: 'Cart' });
    const { openCarts, purchases, requests } = house.sandbox.report();
    expect([openCarts, purchases, requests.reserve]).toEqual([1, 1, 4]);
  });

  it('wait no longer than their shoppers: a lease that ends gives the place up', async () => {
    await open({ ...LIMIT, CART_LEASE_SECONDS: '30' });
    const held = [await create(SHOPPER), await create(SHOPPER)];
    const silent = await create(SHOPPER);
    for (let seconds = 0; seconds < 40; seconds += 10) {
      await house.clock.pass(10_000);
      for (const { id } of held) await askOne(house, KEEP, { id });
    }
    expect(await askOne(house, POLL, { token: silent.token })).toMatchObject({ code: 'CART_RELEASED' });
    expect(house.sandbox.report().requests.reserve).toBe(2);
  });

  it('R-DOOR-6: of which ten times as many may wait; one more is Throttled, and others are served', async () => {
    await open(LIMIT);
    const results = await Promise.all(Array.from({ length: 22 }, () => create(SHOPPER)));
    expect(namesOf(results).filter((name) => name === 'Pending').length).toBe(20);
    expect(await create(SHOPPER)).toMatchObject({
      __typename: 'Throttled',
      code: 'CALLER_QUOTA',
      retryable: true,
      retryAfterSeconds: 60,
    });
    expect((await create(OTHER)).__typename).toBe('Cart');
  });

  it('wait over the end of the process, which leaves their places to the next one', async () => {
    const store = new MemoryStore();
    const clock = new FakeClock();
    await open(LIMIT, {}, { store, clock });
    const key = { idempotencyKey: '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a34' };
    const [first] = [await create(SHOPPER), await create(SHOPPER)];
    const waiting = [await create(SHOPPER, key), await create(SHOPPER)];
    const { sandbox, gateway } = house;
    await clock.until(gateway.close());
    await open(LIMIT, {}, { store, clock, upstreamUrl: sandbox.url });
    const places = await Promise.all(waiting.map(({ token }) => askOne(house, POLL, { token })));
    expect(places.map(({ queue }) => queue?.position as number)).toEqual([1, 2]);
    // Neither does the next process forget whose carts are open, nor what a key asked for.
    expect((await create(SHOPPER, key)).queue.position).toBe(1);
    expect((await create(SHOPPER)).queue.position).toBe(3);
    expect(sandbox.report().requests.reserve).toBe(2);
    await askOne(house, DELETE, { input: { cartId: first.id } });
    const served = await askOne(house, POLL, { token: waiting[0]?.token, wait: 5 });
    expect(served).toMatchObject({ __typename: 'Cart' });
    expect(await askOne(house, POLL, { token: waiting[1]?.token })).toMatchObject({ queue: { position: 1 } });
    await house.close();
    await sandbox.close();
    await open(LIMIT);
  });

  it('R-DOOR-6: are fewer as soon as one is given back upstream', async () => {
    await open(LIMIT);
    const first = await create(SHOPPER);
    await create(SHOPPER);
    const third = await create(SHOPPER);
    await release(first as { releaseUrl: string });
    expect(await follow(house, third)).toMatchObject({ __typename: 'Cart' });
    expect(house.sandbox.report().openCarts).toBe(2);
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
    const again = () => create(SHOPPER, { idempotencyKey: '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33' });
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
      expect(refused.__typename).toBe('TicketLimitExceeded');
    }
    expect((await create(SHOPPER)).__typename).toBe('Cart');
  });

  it("are not counted for this machine's own addresses unless that is asked for", async () => {
    await open({});
    for (let carts = 0; carts < 12; carts++) expect((await create({})).__typename).toBe('Cart');
    for (let carts = 0; carts < 10; carts++) expect((await create(SHOPPER)).__typename).toBe('Cart');
    expect((await create(SHOPPER)).__typename).toBe('Pending');
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
    expect((await create(third)).__typename).toBe('Pending');
    expect((await create({ ...third, 'x-frontend-key': 'app-key' })).__typename).toBe('Cart');
  });
});

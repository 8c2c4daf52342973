import { request } from 'undici';

import { FORCE_POLLING, follow } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { listen } from '../../support/stream';
import {
  cartIdOf,
  complaints,
  createCart,
  isAllGivenBack,
  keepCart,
  lookAtCart,
  pollCart,
  release,
  requests,
  untilAllGivenBack,
} from './shop';

let house: House;
const open = async (options: Parameters<typeof openHouse>[0]) => {
  house = await openHouse(options);
};
afterEach(async () => {
  expect(complaints(house)).toEqual([]);
  await house.close();
});

const secondsLeft = (time: string) => (Date.parse(time) - house.clock.now()) / 1000;

describe('L4: the lease of a cart', () => {
  beforeEach(() => open({ env: { CART_LEASE_SECONDS: '10' } }));

  it('ends if no call names the cart, and the seats are given back', async () => {
    const cart = await createCart(house);
    expect(secondsLeft(cart.leaseExpiresAt)).toBe(10);
    await house.clock.pass(9000);
    expect(house.sandbox.report().openCarts).toBe(1);
    await house.clock.pass(2000);
    expect(isAllGivenBack(house)).toBe(true);
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'DELETED', leaseExpiresAt: null });
  });

  it.each<[string, (id: string, token: string) => Promise<unknown>]>([
    ['cart', (id) => lookAtCart(house, id)],
    ['keepCart', (id) => keepCart(house, id)],
    ['pollCart', (_, token) => pollCart(house, token)],
  ])('is renewed by %s', async (_, call) => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    const cart = await follow(house, await pollCart(house, token));
    for (let times = 0; times < 5; times++) {
      house.clock.advance(8000);
      await call(cart.id, token);
    }
    expect(secondsLeft((await lookAtCart(house, cart.id)).leaseExpiresAt)).toBe(10);
    expect(house.sandbox.report().openCarts).toBe(1);
    house.clock.advance(10_000);
    await untilAllGivenBack(house);
  });

  it('is not renewed by calls that name another cart, or none', async () => {
    const { id } = await createCart(house);
    house.clock.advance(8000);
    const mine = String(id);
    for (const other of [`${mine}A`, mine.slice(1), `${mine.slice(1)}!`, 'A'.repeat(24), '']) {
      expect(await keepCart(house, other)).toBeNull();
      expect(await pollCart(house, other)).toMatchObject({ code: 'CART_UNKNOWN' });
    }
    await house.clock.pass(3000);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it('lapses also while the reserve polls: that is followed to its end, and then deleted', async () => {
    await house.close();
    await open({ env: { CART_LEASE_SECONDS: '5' } });
    const pending = await createCart(house, {}, FORCE_POLLING);
    await house.clock.pass(6000);
    expect(await lookAtCart(house, cartIdOf(pending))).toMatchObject({ status: 'DELETED' });
    expect(requests(house).deleteCart).toBe(0);
    await untilAllGivenBack(house);
    expect(house.sandbox.report()).toMatchObject({ reserves: 1, deletes: 1, orphanedByEarlyDelete: 0 });
    expect(await pollCart(house, pending.token)).toMatchObject({
      __typename: 'CartGone',
      code: 'CART_RELEASED',
    });
  });

  it('that has ended cannot be renewed', async () => {
    const cart = await createCart(house);
    house.sandbox.setFaults([{ route: 'deleteCart', kind: 'status', status: 500, times: 2 }]);
    house.clock.advance(11_000);
    expect(await keepCart(house, cart.id)).toMatchObject({ status: 'DELETED', leaseExpiresAt: null });
    await untilAllGivenBack(house);
  });
});

describe('the release beacon', () => {
  beforeEach(() => open({}));

  it('gives the seats back after the grace, and is harmless when repeated', async () => {
    const cart = await createCart(house);
    expect(await release(cart.releaseUrl)).toBe(204);
    await house.clock.pass(5000);
    expect(await release(cart.releaseUrl)).toBe(204);
    await house.clock.pass(4000);
    expect(house.sandbox.report().openCarts).toBe(1);
    await house.clock.pass(2000);
    expect(isAllGivenBack(house)).toBe(true);
    expect(await release(cart.releaseUrl)).toBe(204);
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'DELETED' });
    expect(requests(house).deleteCart).toBe(1);
  });

  it('gives the seats back at once where there is no grace', async () => {
    await house.close();
    await open({ env: { CART_RELEASE_GRACE_SECONDS: '0' } });
    const cart = await createCart(house);
    expect(await release(cart.releaseUrl)).toBe(204);
    await house.clock.untilTrue(() => isAllGivenBack(house), 1000);
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'DELETED' });
    expect(requests(house).deleteCart).toBe(1);
  });

  it.each<[string, (id: string, token: string) => Promise<unknown>]>([
    ['cart', (id) => lookAtCart(house, id)],
    ['keepCart', (id) => keepCart(house, id)],
    ['pollCart', (_, token) => pollCart(house, token)],
  ])('was a reload, if %s names the cart within the grace', async (_, call) => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    const cart = await follow(house, await pollCart(house, token));
    for (let times = 0; times < 3; times++) {
      await release(cart.releaseUrl);
      await house.clock.pass(9000);
      await call(cart.id, token);
    }
    await house.clock.pass(60_000);
    expect(house.sandbox.report().openCarts).toBe(1);
  });

  it('does not end what another page still waits for', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const waiting = pollCart(house, pending.token, 25);
    await release(pending.releaseUrl);
    const cart = await house.clock.until(waiting);
    expect(cart).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    await house.clock.pass(30_000);
    expect(house.sandbox.report().openCarts).toBe(1);
  });

  it('is not taken back by the connections that its own page had open', async () => {
    await house.close();
    await open({ sandbox: { forcedPollingDepth: 9 } });
    const pending = await createCart(house, {}, FORCE_POLLING);
    const stream = listen(house, pending.token);
    await house.clock.untilTrue(() => stream.heard.length > 0);
    await release(pending.releaseUrl);
    stream.close();
    await house.clock.pass(11_000);
    expect(await lookAtCart(house, cartIdOf(pending))).toMatchObject({ status: 'DELETED' });
    await untilAllGivenBack(house, 200_000);
  });

  it('releases also what still polls', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    expect(await release(pending.releaseUrl)).toBe(204);
    await untilAllGivenBack(house);
    expect(house.sandbox.report().orphanedByEarlyDelete).toBe(0);
  });

  it('does not reveal whether a cart exists, and leaves other carts alone', async () => {
    const cart = await createCart(house);
    for (const id of ['A'.repeat(24), 'x', '..%2f..', '%00']) {
      expect(await release(String(cart.releaseUrl).replace(cart.id as string, id))).toBe(204);
    }
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'HELD' });
  });

  it('is a POST: following a link gives nothing back', async () => {
    const cart = await createCart(house);
    const { statusCode, body } = await request(cart.releaseUrl as string);
    await body.dump();
    expect(statusCode).toBe(405);
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'HELD' });
  });
});

describe("R-HOLD-1: upstream's hold on the seats", () => {
  beforeEach(() => open({ sandbox: { holdSeconds: 30 } }));

  it('is counted down', async () => {
    const cart = await createCart(house);
    expect(cart).toMatchObject({ status: 'HELD', holdSeconds: 30 });
    expect(secondsLeft(cart.holdExpiresAt)).toBe(30);
    house.clock.advance(12_500);
    expect(await lookAtCart(house, cart.id)).toMatchObject({
      holdSeconds: 17.5,
      holdExpiresAt: cart.holdExpiresAt,
    });
  });

  it('ends by itself: the cart is EXPIRED, and nobody asks upstream to delete it', async () => {
    const { token } = await createCart(house, {}, FORCE_POLLING);
    const cart = await follow(house, await pollCart(house, token));
    expect(cart).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    house.clock.advance(31_000);
    await house.clock.pass(250);
    expect(await pollCart(house, token)).toMatchObject({
      __typename: 'CartGone',
      code: 'CART_EXPIRED',
      goneAt: expect.any(String),
    });
    const gone = { status: 'EXPIRED', holdExpiresAt: null, holdSeconds: null, leaseExpiresAt: null };
    expect(await lookAtCart(house, cart.id)).toMatchObject(gone);
    expect(await keepCart(house, cart.id)).toMatchObject(gone);
    expect(isAllGivenBack(house)).toBe(true);
    expect(requests(house).deleteCart).toBe(0);
  });
});

describe('cart', () => {
  beforeEach(() => open({}));

  it('is null for an id that was never issued', async () => {
    for (const id of ['A'.repeat(24), 'x', '', '../x', "'; --"]) {
      expect(await lookAtCart(house, id)).toBeNull();
    }
  });

  it('shows a cart that polls as PENDING, without items', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    expect(await lookAtCart(house, cartIdOf(pending))).toMatchObject({
      status: 'PENDING',
      items: [],
      holdExpiresAt: null,
      leaseExpiresAt: expect.any(String),
    });
  });

  it('asks upstream nothing', async () => {
    const cart = await createCart(house);
    const before = requests(house);
    for (let times = 0; times < 10; times++) await lookAtCart(house, cart.id);
    expect(requests(house)).toEqual(before);
  });
});

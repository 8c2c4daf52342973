import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { FORCE_POLLING, TWO_TICKETS, follow } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import { createCart, deleteCart, lookAtCart, requests, untilAllGivenBack } from './shop';

const KEYED = { idempotencyKey: '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33' };

let house: House;
beforeEach(async () => {
  house = await openHouse({ env: { TRUSTED_PROXIES: '127.0.0.0/8' } });
});
afterEach(() => house.close());

describe('L4: an idempotency key stands for one cart:', () => {
  it('twenty calls at once reserve once, and all come to the same cart', async () => {
    const firsts = await Promise.all(Array.from({ length: 20 }, () => createCart(house, KEYED)));
    const carts = await Promise.all(firsts.map((first) => follow(house, first)));
    expect(new Set(carts.map(({ id }) => id as string)).size).toBe(1);
    expect(carts[0]).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(house.sandbox.report()).toMatchObject({ openCarts: 1, reserves: 1, requests: { reserve: 1 } });
  });

  it('twenty calls at once on a reserve that polls do so, too', async () => {
    const calls = Array.from({ length: 20 }, () => createCart(house, KEYED, FORCE_POLLING));
    const carts = await Promise.all((await Promise.all(calls)).map((first) => follow(house, first)));
    expect(new Set(carts.map(({ id }) => id as string)).size).toBe(1);
    expect(requests(house).reserve).toBe(1);
  });

  it('the same call later gives the same cart, and renews its lease', async () => {
    const cart = await createCart(house, KEYED);
    house.clock.advance(60_000);
    const again = await createCart(house, KEYED);
    expect(again).toMatchObject({ __typename: 'Cart', id: cart.id });
    expect(Date.parse(again.leaseExpiresAt) - Date.parse(cart.leaseExpiresAt)).toBe(60_000);
    expect(requests(house).reserve).toBe(1);
  });

  it('defaults spelled out are the same input', async () => {
    const cart = await createCart(house, KEYED);
    const again = await createCart(house, { ...KEYED, acceptBestAvailable: true });
    expect(again.id).toBe(cart.id);
  });

  it.each([
    ['more tickets', { tickets: [{ ticketId: '000002040006', quantity: 3 }] }],
    ['another event', { eventId: notable.foxwoods }],
    ['another choice of seats', { acceptBestAvailable: false }],
    ['another captcha', { captchaToken: 'solved-1' }],
  ])('with %s it is a conflict, and the first cart is unharmed', async (_, other) => {
    const cart = await createCart(house, KEYED);
    expect(await createCart(house, { ...KEYED, ...other })).toMatchObject({
      __typename: 'IdempotencyConflict',
      code: 'KEY_REUSED',
      retryable: false,
      upstreamCode: null,
    });
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'HELD' });
    expect(requests(house).reserve).toBe(1);
  });

  it('another key is another cart, and so is no key', async () => {
    const orders = [KEYED, { idempotencyKey: '0b7d1a52-54e0-4d57-8f6c-3d2d8f0c9a10' }, {}, {}];
    const carts = await Promise.all(orders.map((order) => createCart(house, order)));
    expect(new Set(carts.map(({ id }) => id as string)).size).toBe(4);
  });

  it.each([
    ['network', 'x-forwarded-for', '203.0.113.1', '2001:db8::7'],
    ['user agent', 'user-agent', 'one', 'another'],
    ['user id', 'original-user-id', 'one', 'another'],
  ])('the same call from another %s gives the same cart', async (_, header, one, other) => {
    const cart = await createCart(house, KEYED, { [header]: one });
    expect(await createCart(house, KEYED, { [header]: other })).toMatchObject({ id: cart.id });
    expect(requests(house).reserve).toBe(1);
  });

  it('a weak key is refused, and nothing is reserved', async () => {
    expect(await createCart(house, { idempotencyKey: 'order-1' })).toMatchObject({
      __typename: 'InvalidInput',
      code: 'BAD_FIELD',
      issues: [{ path: 'idempotencyKey', code: 'BAD_FIELD' }],
    });
    expect(requests(house).reserve).toBe(0);
  });
});

describe('an idempotency key gives the same outcome as long as its cart is remembered:', () => {
  it('after a refused reserve', async () => {
    const order = {
      ...KEYED,
      eventId: notable.soldOut,
      tickets: [{ ticketId: '000001020005', quantity: 1 }],
    };
    const first = await createCart(house, order);
    expect(first).toMatchObject({ __typename: 'NoInventory' });
    expect(await createCart(house, order)).toEqual(first);
    expect(requests(house).reserve).toBe(1);
  });

  it('after a lost answer', async () => {
    house.sandbox.setFaults([{ route: 'reserve', kind: 'status', status: 500, times: 1 }]);
    const first = await createCart(house, KEYED);
    expect(first).toMatchObject({ __typename: 'UpstreamFailed' });
    expect(await createCart(house, KEYED)).toEqual(first);
    expect(requests(house).reserve).toBe(1);
  });

  it('after the cart was deleted, and a day later the key is free', async () => {
    const cart = await createCart(house, KEYED);
    await deleteCart(house, { cartId: cart.id });
    expect(await createCart(house, KEYED)).toMatchObject({ __typename: 'CartGone', code: 'CART_RELEASED' });
    house.clock.advance(24 * 60 * 60_000);
    await house.clock.pass(1000);
    expect(await lookAtCart(house, cart.id)).toBeNull();
    expect(await createCart(house, KEYED)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
  });

  it('but an order that breaks a rule binds no key', async () => {
    const tickets = [{ ticketId: TWO_TICKETS.tickets[0]?.ticketId, quantity: 0 }];
    expect(await createCart(house, { ...KEYED, tickets })).toMatchObject({ __typename: 'InvalidInput' });
    const cart = await createCart(house, KEYED);
    expect(cart).toMatchObject({ __typename: 'Cart' });
    await deleteCart(house, { cartId: cart.id });
    await untilAllGivenBack(house);
  });
});

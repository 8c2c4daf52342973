import type { Fault } from '../../../src/sandbox/sandbox';
import { DELETE, FORCE_POLLING, type Result, follow } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import {
  cartIdOf,
  complaints,
  createCart,
  deleteCart,
  isAllGivenBack,
  lookAtCart,
  pollCart,
  requests,
  untilAllGivenBack,
} from './shop';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect(complaints(house)).toEqual([]);
  await house.close();
});

const UNKNOWN = { __typename: 'CartGone', code: 'CART_UNKNOWN', retryable: false, goneAt: null };
const deleted = (cartId: string) => ({ __typename: 'CartDeleted', cartId });

describe('deleteCart gives seats back', () => {
  it('of a cart that is held', async () => {
    const cart = await createCart(house);
    expect(await deleteCart(house, { cartId: cart.id })).toMatchObject(deleted(cart.id));
    expect(isAllGivenBack(house)).toBe(true);
    expect(await lookAtCart(house, cart.id)).toMatchObject({
      status: 'DELETED',
      holdExpiresAt: null,
      holdSeconds: null,
      leaseExpiresAt: null,
    });
  });

  it.each<[string, (pending: Result) => { token: string } | { cartId: string }]>([
    ['its token', ({ token }) => ({ token })],
    ['its id', (pending) => ({ cartId: cartIdOf(pending) })],
  ])('L4: of a cart whose reserve is still pending, by %s', async (_, nameOf) => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const answer = await deleteCart(house, nameOf(pending));
    expect(answer).toMatchObject({ __typename: 'Pending', operation: 'DELETE', cart: { status: 'DELETED' } });
    expect(await follow(house, answer)).toMatchObject(deleted(cartIdOf(pending)));
    expect(isAllGivenBack(house)).toBe(true);
    expect(house.sandbox.report()).toMatchObject({ reserves: 1, orphanedByEarlyDelete: 0 });
  });

  it('and ends the wait for the reserve', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const waiting = pollCart(house, pending.token, 25);
    await deleteCart(house, { token: pending.token });
    expect(await waiting).toMatchObject({ __typename: 'CartGone', code: 'CART_RELEASED' });
    await untilAllGivenBack(house);
  });

  it('in as many polls as upstream wants', async () => {
    const cart = await follow(house, await createCart(house, {}, FORCE_POLLING));
    const attempts: number[] = [];
    let answer = await deleteCart(house, { cartId: cart.id });
    while (answer.__typename === 'Pending') {
      expect(answer.operation).toBe('DELETE');
      attempts.push(answer.attempt as number);
      await house.clock.pass(answer.waitSeconds * 1000);
      answer = await pollCart(house, answer.token);
    }
    expect(answer).toMatchObject(deleted(cart.id));
    expect(attempts).toEqual([1, 2, 3]);
    expect(isAllGivenBack(house)).toBe(true);
  });
});

describe('deleting again', () => {
  it('succeeds again, with the same time, and asks upstream once', async () => {
    const cart = await createCart(house);
    const first = await deleteCart(house, { cartId: cart.id });
    house.clock.advance(5000);
    expect(await deleteCart(house, { cartId: cart.id })).toEqual(first);
    expect(requests(house).deleteCart).toBe(1);
  });

  it('L2: five times at once asks upstream once', async () => {
    const cart = await createCart(house);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => deleteCart(house, { cartId: cart.id }, 25)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject(deleted(cart.id));
    expect(requests(house).deleteCart).toBe(1);
  });

  it('succeeds for a cart that has expired, without a call', async () => {
    const { id } = await createCart(house);
    for (let minute = 0; minute < 5; minute++) {
      house.clock.advance(60_000);
      await lookAtCart(house, id);
    }
    await house.clock.untilTrue(() => isAllGivenBack(house), 1000);
    expect(await lookAtCart(house, id)).toMatchObject({ status: 'EXPIRED' });
    expect(await deleteCart(house, { cartId: id })).toMatchObject(deleted(id));
    expect(requests(house).deleteCart).toBe(0);
  });
});

describe('L8: deleteCart accepts only ids and tokens that the gateway issued:', () => {
  it('text of any other kind is no cart and no token', async () => {
    const texts = [
      'A'.repeat(24),
      'A'.repeat(32),
      '',
      'x',
      '../../carts',
      '%2e%2e',
      '__proto__',
      '\u0000',
      'ä'.repeat(9999),
    ];
    for (const text of texts) {
      expect(await deleteCart(house, { cartId: text })).toMatchObject(UNKNOWN);
      expect(await deleteCart(house, { token: text })).toMatchObject(UNKNOWN);
    }
    expect(requests(house).deleteCart).toBe(0);
  });

  it("upstream's own id is none either", async () => {
    await createCart(house);
    const upstreamId = house.sandbox.report().carts[0]?.cartId ?? '';
    expect(await deleteCart(house, { cartId: upstreamId })).toMatchObject(UNKNOWN);
    expect(house.sandbox.report().openCarts).toBe(1);
  });

  it('a cart is named by its id or by a token, not by both and not by neither', async () => {
    const cart = await createCart(house);
    for (const input of [{}, { cartId: cart.id, token: cart.id }, { cartId: null }]) {
      expect((await house.ask(DELETE, { input })).errors).toHaveLength(1);
    }
    expect(house.sandbox.report().openCarts).toBe(1);
  });
});

describe('L4: a delete that upstream does not carry out is sent again until it is done:', () => {
  const refusal = { error: { code: 20001, message: 'down' } };

  it.each<[string, Omit<Fault, 'route' | 'times'>, number]>([
    ['20001 under status 400', { kind: 'json', status: 400, body: refusal }, 4],
    ['20001 under status 503', { kind: 'json', status: 503, body: refusal }, 4],
    ['500', { kind: 'status', status: 500 }, 4],
    ['429', { kind: 'status', status: 429 }, 4],
    ['HTML', { kind: 'html' }, 4],
    ['a connection that breaks before the work', { kind: 'resetBefore' }, 4],
    ['a connection that breaks after it', { kind: 'resetAfter' }, 4],
    ['no answer', { kind: 'hang' }, 4],
    // A request that is refused for its token is sent once more with a new one: the second try is well.
    ['401', { kind: 'status', status: 401 }, 4],
  ])('%s, three times', async (_, fault, sent) => {
    const cart = await createCart(house);
    house.sandbox.setFaults([{ route: 'deleteCart', times: 3, ...fault }]);
    const deleting = deleteCart(house, { cartId: cart.id });
    // Only the end of its time ends a call that is not answered.
    const takesTime = fault.kind === 'hang' || fault.status === 429;
    const answer = await (takesTime ? house.clock.until(deleting) : deleting);
    // What the gate refused is sent again in its turn, here at once.
    if (fault.status !== 429) expect(answer).toMatchObject({ __typename: 'Pending', operation: 'DELETE' });
    expect(await follow(house, answer)).toMatchObject(deleted(cart.id));
    expect(requests(house).deleteCart).toBe(sent);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it('with a longer pause each time', async () => {
    const cart = await createCart(house);
    house.sandbox.setFaults([{ route: 'deleteCart', kind: 'status', status: 500, times: 3 }]);
    const startedAtMs = house.clock.now();
    const sentAtSecond: number[] = [];
    await deleteCart(house, { cartId: cart.id });
    while (requests(house).deleteCart < 4) {
      const before = requests(house).deleteCart;
      await house.clock.untilTrue(() => requests(house).deleteCart > before);
      sentAtSecond.push(Math.round((house.clock.now() - startedAtMs) / 1000));
    }
    expect(sentAtSecond).toEqual([1, 3, 7]);
    await untilAllGivenBack(house);
  });

  it('429 not before upstream wants it', async () => {
    const cart = await createCart(house);
    const headers = { 'Retry-After': '10' };
    house.sandbox.setFaults([{ route: 'deleteCart', kind: 'status', status: 429, headers, times: 1 }]);
    await house.clock.until(deleteCart(house, { cartId: cart.id }));
    await house.clock.pass(7000);
    expect(requests(house).deleteCart).toBe(1);
    await house.clock.pass(4000);
    expect(requests(house).deleteCart).toBe(2);
    expect(isAllGivenBack(house)).toBe(true);
  });

  it("until upstream's own hold time has freed the seats, and not for ever", async () => {
    await house.close();
    house = await openHouse({ sandbox: { holdSeconds: 10 } });
    const cart = await createCart(house);
    house.sandbox.setFaults([{ route: 'deleteCart', kind: 'status', status: 500 }]);
    const answer = await deleteCart(house, { cartId: cart.id });
    expect(await follow(house, answer)).toMatchObject(deleted(cart.id));
    expect(await lookAtCart(house, cart.id)).toMatchObject({ status: 'EXPIRED' });
    const { deleteCart: sent } = requests(house);
    house.clock.advance(60_000);
    await house.clock.pass(1000);
    expect(requests(house).deleteCart).toBe(sent);
  });

  it.each<Omit<Fault, 'route' | 'times'>>([
    { kind: 'status', status: 500 },
    { kind: 'resetBefore' },
    { kind: 'resetAfter' },
    { kind: 'hang' },
    { kind: 'status', status: 404 },
  ])('also where a poll of the delete is answered by %j', async (fault) => {
    const cart = await follow(house, await createCart(house, {}, FORCE_POLLING));
    house.sandbox.setFaults([{ route: 'poll', times: 2, ...fault }]);
    const answer = await deleteCart(house, { cartId: cart.id });
    expect(await follow(house, answer)).toMatchObject(deleted(cart.id));
    expect(isAllGivenBack(house)).toBe(true);
  });
});

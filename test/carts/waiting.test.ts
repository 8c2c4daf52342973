import { FORCE_POLLING, follow } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { cartIdOf, createCart, deleteCart, pollCart, requests, untilAllGivenBack } from './mutations/shop';

let house: House;
beforeEach(async () => {
  house = await openHouse({ sandbox: { forcedPollingDepth: 2 } });
});
afterEach(() => house.close());

/** The result of `promise`, and how many seconds it took. */
async function timed<Result>(promise: Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const startedAtMs = house.clock.now();
  const result = await house.clock.until(promise);
  return { result, seconds: (house.clock.now() - startedAtMs) / 1000 };
}

const badWait = {
  __typename: 'InvalidInput',
  code: 'BAD_FIELD',
  retryable: false,
  issues: [{ path: 'waitUpToSeconds', code: 'BAD_FIELD' }],
};

describe('waitUpToSeconds', () => {
  it.each([26, -1, 2_147_483_647])('of %i is refused everywhere, and nothing is done', async (wait) => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    expect(await createCart(house, {}, {}, wait)).toMatchObject(badWait);
    expect(await pollCart(house, pending.token, wait)).toMatchObject(badWait);
    expect(await deleteCart(house, { token: pending.token }, wait)).toMatchObject(badWait);
    expect(requests(house).reserve).toBe(1);
    expect(await follow(house, pending)).toMatchObject({ __typename: 'Cart' });
  });

  it('of 0 answers with what is known', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING, 0);
    expect(pending).toMatchObject({ __typename: 'Pending' });
    expect(await pollCart(house, pending.token, 0)).toMatchObject({ __typename: 'Pending' });
  });

  it('of 25 answers as soon as there is a result, in createCart as well', async () => {
    const { result, seconds } = await timed(createCart(house, {}, FORCE_POLLING, 25));
    expect(result).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(seconds).toBeGreaterThanOrEqual(8);
    expect(seconds).toBeLessThan(10);
  });

  it('answers Pending when the time is over, with the news of the meantime', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const { result, seconds } = await timed(pollCart(house, pending.token, 6));
    expect(result).toMatchObject({ __typename: 'Pending', attempt: 2 });
    expect(seconds).toBeGreaterThanOrEqual(6);
    expect(seconds).toBeLessThan(7);
  });

  it('does not keep a result waiting', async () => {
    const cart = await createCart(house, {}, {}, 25);
    expect(await deleteCart(house, { cartId: cart.id }, 25)).toMatchObject({ __typename: 'CartDeleted' });
    expect(await pollCart(house, 'nothing', 25)).toMatchObject({ code: 'CART_UNKNOWN' });
  });

  it('of many clients at once gives all of them the same, for the polls of one', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const { result: answers } = await timed(
      Promise.all(Array.from({ length: 30 }, () => pollCart(house, pending.token, 25))),
    );
    const kinds = answers.map(({ __typename, id }) => `${__typename} ${id}`);
    expect(new Set(kinds)).toEqual(new Set([`Cart ${cartIdOf(pending)}`]));
    expect(requests(house)).toMatchObject({ reserve: 1, poll: 2 });
  });

  it('of a delete waits for the delete, in the polls of reserve and delete together', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const { result } = await timed(deleteCart(house, { token: pending.token }, 25));
    expect(result).toMatchObject({ __typename: 'CartDeleted', cartId: cartIdOf(pending) });
    await untilAllGivenBack(house);
  });

  it('ends with the cart: a waiting client gets CartGone', async () => {
    const pending = await createCart(house, {}, FORCE_POLLING);
    const waiting = pollCart(house, pending.token, 25);
    await deleteCart(house, { token: pending.token });
    expect(await waiting).toMatchObject({ __typename: 'CartGone', code: 'CART_RELEASED' });
    await untilAllGivenBack(house);
  });
});

import { request } from 'undici';

import { CREATE, DELETE, FORCE_POLLING, TWO_TICKETS, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { listen } from '../support/stream';

describe('cartProgress over server-sent events', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse();
  });
  afterEach(() => house.close());

  const create = () => askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);

  test('sends every Pending and then the result, which ends the stream', async () => {
    const { token } = await create();
    const stream = listen(house, token);
    await house.clock.until(stream.ended);
    expect(stream.heard.map(({ __typename, attempt }) => [__typename, attempt])).toEqual([
      ['Pending', 1],
      ['Pending', 2],
      ['Pending', 3],
      ['Cart', undefined],
    ]);
    expect(new Set(stream.heard.map((result) => result.token)).size).toBe(4);
  });

  test('sends the result at once if it is known already', async () => {
    const { token } = await create();
    await house.clock.until(listen(house, token).ended);
    const late = listen(house, token);
    await late.ended;
    expect(late.heard).toMatchObject([{ __typename: 'Cart' }]);
  });

  test('keeps the lease while it is open, and lets it run out when it breaks off', async () => {
    await house.close();
    house = await openHouse({ env: { CART_LEASE_SECONDS: '20' }, sandbox: { forcedPollingDepth: 20 } });
    const { token } = await create();
    const stream = listen(house, token as string);
    await house.clock.pass(60_000);
    expect(stream.heard.at(-1)).toMatchObject({ __typename: 'Pending', cart: { status: 'PENDING' } });

    stream.close();
    // The lease, the rest of the reserve's polling, and the delete's.
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 0, 20_000 + 80_000 + 80_000);
    expect(house.sandbox.report().violations).toMatchObject({ earlyPoll: 0, concurrentCall: 0, busyCart: 0 });
  });

  test('of an unknown token sends CartGone', async () => {
    const stream = listen(house, 'made-up');
    await stream.ended;
    expect(stream.heard).toMatchObject([{ __typename: 'CartGone', code: 'CART_UNKNOWN' }]);
  });

  test('of a delete ends with CartDeleted', async () => {
    const { token } = await create();
    const deleting = await askOne(house, DELETE, { input: { token } });
    const stream = listen(house, deleting.token as string);
    await house.clock.until(stream.ended);
    expect(stream.heard.at(-1)).toMatchObject({ __typename: 'CartDeleted' });
  });

  test('is not many-on-one-connection', async () => {
    const reservation = await request(`${house.gateway.url}/graphql/stream`, { method: 'PUT' });
    expect(reservation.statusCode).toBe(405);
    await reservation.body.dump();
  });
});

import {
  CREATE,
  DELETE,
  FORCE_POLLING,
  POLL,
  type Result,
  TWO_TICKETS,
  askOne,
  follow,
} from '../support/carts';
import { type House, openHouse } from '../support/house';

describe('the journey of a cart', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({ sandbox: { reservationLimit: 1000 } });
  });
  afterEach(() => house.close());

  const noViolation = {
    earlyPoll: 0,
    concurrentCall: 0,
    busyCart: 0,
    missingClientIp: 0,
    invalidClientIp: 0,
    plainCardNumber: 0,
    purchaseRepeated: 0,
    otherEdition: 0,
  };

  test('create, poll three deep, hold, delete: exact totals, fresh tokens, nothing left behind', async () => {
    const first = await askOne(house, CREATE, { input: TWO_TICKETS }, FORCE_POLLING);
    expect(first).toMatchObject({
      __typename: 'Pending',
      operation: 'CREATE',
      attempt: 1,
      cart: { status: 'PENDING', items: [] },
    });

    const tokens = [first.token as string];
    const attempts = [first.attempt as number];
    let result: Result = first;
    while (result.__typename === 'Pending') {
      await house.clock.pass((result.waitSeconds as number) * 1000);
      result = await askOne(house, POLL, { token: result.token as string });
      if (result.__typename === 'Pending') {
        tokens.push(result.token as string);
        attempts.push(result.attempt as number);
      }
    }
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(attempts).toEqual([1, 2, 3]);
    expect(result).toMatchObject({
      __typename: 'Cart',
      status: 'HELD',
      items: [
        {
          quantity: 2,
          generalAdmission: false,
          tickets: [
            {
              ticketId: '000002040006',
              quantity: 2,
              charges: [{ kind: 'FACE_VALUE', amount: { amount: '25.00', currency: 'USD' } }],
            },
          ],
        },
      ],
      totals: {
        merchandise: { amount: '50.00' },
        fees: { amount: '0.00' },
        tax: { amount: '0.00' },
        grand: { amount: '50.00', currency: 'USD' },
        unpaid: { amount: '50.00' },
      },
    });
    expect(house.sandbox.report()).toMatchObject({ openCarts: 1, heldSeats: 2 });

    const again = await askOne(house, POLL, { token: tokens[0] });
    expect(again).toMatchObject({ __typename: 'Cart', id: result.id });

    const deleting = await askOne(house, DELETE, { input: { cartId: result.id as string } });
    expect(deleting).toMatchObject({ __typename: 'Pending', operation: 'DELETE' });
    expect(await follow(house, deleting)).toMatchObject({ __typename: 'CartDeleted', cartId: result.id });

    const report = house.sandbox.report();
    expect(report).toMatchObject({ openCarts: 0, openSessions: 0, heldSeats: 0, maxConcurrentPerCart: 1 });
    expect(report.violations).toEqual(noViolation);
    expect(await askOne(house, POLL, { token: tokens[0] })).toMatchObject({
      __typename: 'CartGone',
      code: 'CART_RELEASED',
    });
  });

  test('without polling the mutation itself answers with the cart', async () => {
    const cart = await askOne(house, CREATE, { input: TWO_TICKETS });
    expect(cart).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(await askOne(house, DELETE, { input: { cartId: cart.id } })).toMatchObject({
      __typename: 'CartDeleted',
    });
    expect(house.sandbox.report()).toMatchObject({ openCarts: 0 });
  });

  test('one who waits for the answer gets it as soon as it is there', async () => {
    const waiting = askOne(house, CREATE, { input: TWO_TICKETS, wait: 25 }, FORCE_POLLING);
    expect(await house.clock.until(waiting)).toMatchObject({ __typename: 'Cart' });
    expect(house.sandbox.report().violations).toEqual(noViolation);
  });

  test('two hundred carts at once, half of them deleted while pending: none is left, no rule is broken', async () => {
    const carts = await Promise.all(
      Array.from({ length: 200 }, () =>
        askOne(
          house,
          CREATE,
          { input: { ...TWO_TICKETS, tickets: [{ ticketId: '000002040006', quantity: 1 }] } },
          FORCE_POLLING,
        ),
      ),
    );
    expect(carts.every(({ __typename }) => __typename === 'Pending')).toBe(true);
    await house.clock.pass(2000);

    const abandoned = carts.filter((_, at) => at % 2 === 0);
    const deleting = await Promise.all(
      abandoned.map(({ token }) => askOne(house, DELETE, { input: { token } })),
    );
    expect(deleting.every(({ __typename }) => __typename === 'Pending')).toBe(true);

    const kept = carts.filter((_, at) => at % 2 === 1);
    const held = await house.clock.until(
      Promise.all(kept.map(({ token }) => askOne(house, POLL, { token, wait: 25 }))),
    );
    expect(held.every(({ __typename }) => __typename === 'Cart')).toBe(true);
    const seats = held.flatMap(({ items }) =>
      items.map((item: Result) => `${item.section} ${item.row} ${item.firstSeat}`),
    );
    expect(new Set(seats).size).toBe(100);

    const deleted = await house.clock.until(
      Promise.all([
        ...deleting.map(({ token }) => askOne(house, POLL, { token, wait: 25 })),
        ...held.map(({ id }) => askOne(house, DELETE, { input: { cartId: id }, wait: 25 })),
      ]),
    );
    expect(deleted.every(({ __typename }) => __typename === 'CartDeleted')).toBe(true);

    const report = house.sandbox.report();
    expect(report).toMatchObject({ openCarts: 0, heldSeats: 0, maxConcurrentPerCart: 1 });
    expect(report.violations).toEqual(noViolation);
  });
});

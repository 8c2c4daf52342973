import { catalogue } from '../../src/sandbox/catalogue/catalogue';
import { CREATE, DELETE, FORCE_POLLING, type Result, askOne } from '../support/carts';
import { type House, openHouse } from '../support/house';

const LEASE_SECONDS = 120;
const POLL_ROUND_SECONDS = 3 * 4;

/** Orders for one ticket each, over events that have seats enough for all. */
function orders(count: number): object[] {
  const roomy = catalogue().flatMap(({ id, answer, seating }) => {
    const [ticket] = (answer.event['tickets'] ?? []) as {
      id: unknown;
      quantities?: Record<string, number>;
    }[];
    const seats = seating.flatMap((block) => block.seats).length;
    const isPlain =
      answer.api_transactable &&
      typeof ticket?.id === 'string' &&
      ticket.quantities?.['minimum'] === 1 &&
      ticket.quantities['multiple'] === 1 &&
      !ticket.quantities['exact'];
    return isPlain && seats >= 300
      ? [{ eventId: id, tickets: [{ ticketId: ticket.id as string, quantity: 1 }] }]
      : [];
  });
  return Array.from({ length: count }, (_, at) => roomy[at % roomy.length] ?? {});
}

describe('L4: a thousand shoppers vanish', () => {
  let house: House;
  beforeEach(async () => {
    house = await openHouse({
      sandbox: { reservationLimit: 5000, holdSeconds: 3600 },
      env: { CART_LEASE_SECONDS: String(LEASE_SECONDS), UPSTREAM_TIMEOUT_MS: '60000' },
    });
  });
  afterEach(() => house.close());

  test('some while their reserve polls, some with seats, some while their delete polls: all seats go back', async () => {
    const thousand = orders(1000);
    const create = (input: object, polls: boolean): Promise<Result> =>
      askOne(house, CREATE, { input }, polls ? FORCE_POLLING : {});

    const held = await Promise.all(thousand.slice(0, 400).map((input) => create(input, false)));
    expect(new Set(held.map(({ __typename }) => __typename))).toEqual(new Set(['Cart']));
    const deleting = await Promise.all(thousand.slice(400, 600).map((input) => create(input, true)));
    await house.clock.pass(POLL_ROUND_SECONDS * 1000 + 2000);
    const deletes = await Promise.all(
      deleting.map(({ token }) => askOne(house, DELETE, { input: { token } })),
    );
    expect(new Set(deletes.map(({ __typename }) => __typename))).toEqual(new Set(['Pending']));
    const pending = await Promise.all(thousand.slice(600).map((input) => create(input, true)));
    expect(new Set(pending.map(({ __typename }) => __typename))).toEqual(new Set(['Pending']));
    expect(house.sandbox.report().openCarts).toBe(1000);

    // The last of them have a lease to run out, and the poll of their delete to be followed.
    const allowedMs = (LEASE_SECONDS + POLL_ROUND_SECONDS + 8) * 1000;
    await house.clock.untilTrue(() => house.sandbox.report().openCarts === 0, allowedMs);
    const report = house.sandbox.report();
    expect(report).toMatchObject({ heldSeats: 0, orphanedByEarlyDelete: 0, maxConcurrentPerCart: 1 });
    expect(report.violations).toEqual({
      earlyPoll: 0,
      concurrentCall: 0,
      busyCart: 0,
      missingClientIp: 0,
      invalidClientIp: 0,
      plainCardNumber: 0,
      purchaseRepeated: 0,
      otherEdition: 0,
    });
  });
});

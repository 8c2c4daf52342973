import { ROUTE_NAMES } from '../../src/sandbox/routes/route-names';
import { CREATE, FORCE_POLLING, TWO_TICKETS, askOne, follow } from '../support/carts';
import { type House, openHouse } from '../support/house';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const READ = 'query ($id: EventID!) { event(id: $id) { id } }';
/** Reads an event that nobody has read before. */
const coldRead = (number: number) => house.ask(READ, { id: number.toString(16).padStart(16, '0') });

describe('upstream as a black hole', () => {
  it('fails three hundred cold reads at once after the first failures, and all is well when it is back', async () => {
    const pending = await askOne(house, CREATE, { input: TWO_TICKETS, wait: 0 }, FORCE_POLLING);
    expect(pending.__typename).toBe('Pending');
    house.sandbox.setFaults(ROUTE_NAMES.map((route) => ({ route, kind: 'hang' })));
    const first = Array.from({ length: 5 }, (_, number) => coldRead(number));
    for (const { errors } of await house.clock.until(Promise.all(first)))
      expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_TIMEOUT');

    // The clock stands still: none of them waits for anything.
    const reads = await Promise.all(Array.from({ length: 300 }, (_, number) => coldRead(1000 + number)));
    for (const { errors } of reads) {
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: 2 });
    }

    await house.clock.pass(20_000);
    house.sandbox.setFaults([]);
    await house.clock.pass(1000);
    await coldRead(2000);
    await house.clock.pass(1000);
    const { data, errors } = await house.ask(READ, { id: TWO_TICKETS.eventId });
    expect([data.event, errors]).toEqual([{ id: TWO_TICKETS.eventId }, undefined]);

    expect(await follow(house, pending)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(house.sandbox.report()).toMatchObject({ maxConcurrentPerCart: 1, violationDetails: [] });
  });
});

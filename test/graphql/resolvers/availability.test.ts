import { notable } from '../../../src/sandbox/catalogue/catalogue';
import { CREATE, TWO_TICKETS, askOne } from '../../support/carts';
import { ordinaryClosure } from '../../support/edition';
import { FakeClock } from '../../support/fake-clock';
import { type House, openHouse } from '../../support/house';

const EVENT = `query ($id: EventID!) {
  event(id: $id) { id availability { blocks { remaining total rows { section row seats placeIds } } } }
}`;

interface Row {
  readonly section: string;
  readonly row: string;
  readonly seats: readonly string[];
  readonly placeIds: readonly string[];
}

let house: House;
afterEach(() => house.close());

const ask = (id: string = notable.manualSample) => house.ask(EVENT, { id });
const reads = () => house.sandbox.report().requests.availability;

/** How many places are free; an error's code where there is one. */
async function remaining(): Promise<number | string | undefined> {
  const { data, errors } = await ask();
  return errors?.[0]?.extensions.code ?? data.event.availability.blocks[0].remaining;
}

async function reserveTwo() {
  expect(await askOne(house, CREATE, { input: TWO_TICKETS })).toMatchObject({ __typename: 'Cart' });
}

describe('availability', () => {
  it('R-AVAIL-3: is asked for only where it is selected', async () => {
    house = await openHouse();
    const query = 'query ($id: EventID!) { event(id: $id) { id name tickets { ticketId } } }';
    await askOne(house, query, { id: notable.manualSample });
    expect(reads()).toBe(0);
    await ask();
    expect(reads()).toBe(1);
  });

  it('R-AVAIL-3: is asked for once at a time, however many want it', async () => {
    house = await openHouse();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask()));
    expect(reads()).toBe(1);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    await ask(notable.foxwoods);
    expect(reads()).toBe(2);
  });

  it('R-AVAIL-4: is served as it was read for two seconds, and not a millisecond longer', async () => {
    house = await openHouse();
    const before = Number(await remaining());
    await reserveTwo();
    house.clock.advance(2000);
    expect(await remaining()).toBe(before);
    house.clock.advance(1);
    expect(await remaining()).toBe(before - 2);
    expect(reads()).toBe(2);
  });

  it('R-AVAIL-4: is kept for as long as the operator says', async () => {
    house = await openHouse({ env: { AVAILABILITY_TTL_SECONDS: '9' } });
    await ask();
    house.clock.advance(9000);
    await ask();
    expect(reads()).toBe(1);
    house.clock.advance(1);
    await ask();
    expect(reads()).toBe(2);
  });

  it('R-AVAIL-4: is an error rather than an old answer, and the error is not kept', async () => {
    house = await openHouse();
    await ask();
    house.clock.advance(2001);
    house.sandbox.setFaults([{ route: 'availability', kind: 'html', status: 200, times: 1 }]);
    expect(await remaining()).toBe('UPSTREAM_UNEXPECTED');
    expect(await remaining()).toEqual(expect.any(Number));
  });

  it('R-AVAIL-5: is null together with an error when the quota is exhausted, and the rest of the event stays', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'availability', kind: 'status', status: 429 }]);
    const { data, errors } = await house.clock.until(ask());
    expect(data.event).toEqual({ id: notable.manualSample, availability: null });
    expect(errors).toMatchObject([
      { path: ['event', 'availability'], extensions: { code: 'UPSTREAM_QUOTA', retryable: true } },
    ]);
  });

  it('R-AVAIL-5: is not asked for again before upstream says so', async () => {
    house = await openHouse();
    const headers = { 'retry-after': '30' };
    house.sandbox.setFaults([{ route: 'availability', kind: 'status', status: 429, headers, times: 1 }]);
    expect(await remaining()).toBe('UPSTREAM_QUOTA');
    house.clock.advance(10_000);
    expect(await remaining()).toBe('UPSTREAM_QUOTA');
    expect(reads()).toBe(1);
    house.clock.advance(20_000);
    expect(await remaining()).toEqual(expect.any(Number));
  });

  it('R-AVAIL-5: is not available during maintenance', async () => {
    house = await openHouse({
      clock: new FakeClock(ordinaryClosure('2026-06-15T06:00:00Z').startsAtMs + 1000),
    });
    const { data, errors } = await ask(notable.newYork);
    expect(data.event).toEqual({ id: notable.newYork, availability: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
    ]);
  });

  it('R-AVAIL-6: is null, without asking, for an event that is not sold through this API', async () => {
    house = await openHouse();
    const { data, errors } = await ask(notable.notTransactable);
    expect(errors).toBeUndefined();
    expect(data.event).toEqual({ id: notable.notTransactable, availability: null });
    expect(reads()).toBe(0);
  });

  it('R-AVAIL-7: names the places that a cart then takes', async () => {
    house = await openHouse();
    const { data } = await ask();
    const [row] = (data.event.availability.blocks as { rows: Row[] }[]).flatMap(({ rows }) => rows);
    if (!row) throw new Error('There are no seats.');
    const [first, last] = row.seats;
    const input = { ...TWO_TICKETS, seats: { placeIds: row.placeIds.slice(0, 2) } };
    expect(await askOne(house, CREATE, { input })).toMatchObject({
      __typename: 'Cart',
      items: [{ section: row.section, row: row.row, firstSeat: first, lastSeat: last }],
    });
  });
});

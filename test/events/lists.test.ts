import { notable } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { fieldOf, readsOf, showId, shows } from './shows';

const LIST = 'query ($ids: [EventID!]!) { events(ids: $ids) { id name } }';
const ONE = 'query ($id: EventID!) { event(id: $id) { id name } }';

let house: House;
afterEach(() => house.close());

const ids = (count: number) => shows('A', count).map(({ id }) => id);
/** The ids of the events in an answer, null for those that are not there. */
const idsOf = (events: ({ id: string } | null)[]) => events.map((event) => event && event.id);

describe('a list of events', () => {
  it('R-EVENTS-1: of 20 ids, five of them repeated, is 20 reads side by side, and none when it is asked for again', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 20) } });
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 40 }]);
    const asked = [...ids(20), ...ids(5)];

    const first = await fieldOf(house, LIST, { ids: asked });
    expect(idsOf(first)).toEqual(asked);
    expect(readsOf(house)).toBe(20);
    expect(house.sandbox.report().maxConcurrentRequests.event).toBeGreaterThan(10);

    expect(await fieldOf(house, LIST, { ids: asked })).toEqual(first);
    expect(readsOf(house)).toBe(20);
  });

  it('R-EVENTS-1: never has more calls under way than UPSTREAM_CONNECTIONS', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 20) }, env: { UPSTREAM_CONNECTIONS: '3' } });
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 10 }]);
    await fieldOf(house, LIST, { ids: ids(20) });
    expect(house.sandbox.report().maxConcurrentRequests.event).toBe(3);
  });

  it('R-EVENTS-2: keeps the order of the ids, with null for an event that upstream does not know', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 3) } });
    const [a = '', b = '', c = ''] = ids(3);
    const list = await fieldOf(house, LIST, { ids: [c, showId('X', 1), a, b, showId('X', 1), c] });
    expect(idsOf(list)).toEqual([c, null, a, b, null, c]);
  });

  it('R-EVENTS-3: has a null and an error for an event that cannot be read, and leaves the others be', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 3) } });
    const [a = '', b = '', c = ''] = ids(3);
    house.sandbox.setFaults([{ route: 'event', kind: 'status', status: 500, eventId: b }]);
    const { data, errors } = await house.clock.until(house.ask(LIST, { ids: [a, b, c] }));
    expect(data.events).toEqual([
      { id: a, name: expect.any(String) },
      null,
      { id: c, name: expect.any(String) },
    ]);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['events', 1],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', retryable: true },
      }),
    ]);
  });

  it('may be empty', async () => {
    house = await openHouse();
    expect(await fieldOf(house, LIST, { ids: [] })).toEqual([]);
    expect(readsOf(house)).toBe(0);
  });

  it('R-EVENTS-4: of 50 ids is answered, and of 51 refused as BAD_USER_INPUT with nothing sent upstream', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 50) } });
    const refused = await house.ask(LIST, { ids: ids(51) });
    expect(refused.errors).toEqual([
      expect.objectContaining({ path: ['events'], extensions: { code: 'BAD_USER_INPUT' } }),
    ]);
    expect(house.sandbox.report().requests).toMatchObject({ event: 0, token: 0 });
    expect(await fieldOf(house, LIST, { ids: ids(50) })).toHaveLength(50);
  });

  it('L10: is read whole also where it is longer than the cache', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 20) }, env: { EVENT_CACHE_MAX: '2' } });
    const list = await fieldOf(house, LIST, { ids: ids(20) });
    expect(idsOf(list)).toEqual(ids(20));
  });

  it('asks once for an event that several fields of one request want', async () => {
    house = await openHouse({ sandbox: { events: shows('A', 2) } });
    const [a, b] = ids(2);
    await house.ask(
      'query ($a: EventID!, $b: EventID!) { x: event(id: $a) { id } y: events(ids: [$b, $a]) { id } z: event(id: $b) { id } }',
      { a, b },
    );
    expect(readsOf(house)).toBe(2);
  });
});

describe('one event', () => {
  it('L6: that 500 clients ask for at once is read once', async () => {
    house = await openHouse();
    house.sandbox.setFaults([{ route: 'event', kind: 'latency', delayMs: 300 }]);
    const answers = await Promise.all(
      Array.from({ length: 500 }, () => fieldOf(house, ONE, { id: notable.manualSample })),
    );
    expect(new Set(answers.map(({ id }) => id as string))).toEqual(new Set([notable.manualSample]));
    expect(house.sandbox.report().requests).toMatchObject({ event: 1, token: 1 });
  });

  it('is null where upstream knows no such event', async () => {
    house = await openHouse();
    expect(await house.ask(ONE, { id: showId('X', 1) })).toMatchObject({
      status: 200,
      data: { event: null },
    });
  });

  it('R-EVENTS-5: is another one when its id differs by case alone', async () => {
    house = await openHouse();
    const upper = await fieldOf(house, ONE, { id: notable.caseUpper });
    const lower = await fieldOf(house, ONE, { id: notable.caseLower });
    expect(upper).toEqual({ id: notable.caseUpper, name: 'Twin Event, Matinee' });
    expect(lower).toEqual({ id: notable.caseLower, name: 'Twin Event, Evening' });
    expect(readsOf(house)).toBe(2);
  });

  it('R-EVENTS-6: may have an id of 15 characters', async () => {
    house = await openHouse();
    expect(await fieldOf(house, ONE, { id: notable.fifteenCharacters })).toMatchObject({
      id: notable.fifteenCharacters,
    });
  });
});

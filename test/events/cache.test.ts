import type { CatalogueEvent } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { eventually, readsOf, show, showId, shows } from './shows';

const ID = showId('A', 1);
const ENV = {
  EVENT_TTL_SECONDS: '60',
  EVENT_STALE_SECONDS: '30',
  EVENT_STALE_IF_ERROR_SECONDS: '600',
  EVENT_UNKNOWN_TTL_SECONDS: '10',
};

let house: House;
let event: CatalogueEvent;

async function open(env: Record<string, string> = ENV) {
  event = show(ID, { name: 'Old' });
  house = await openHouse({ sandbox: { events: [event, ...shows('B', 3)] }, env });
}
afterEach(() => house.close());

/** The event's name as the gateway has it now; null for no event, the error's code where there is one. */
async function name(id = ID): Promise<string | null> {
  const { data, errors } = await house.ask('query ($id: EventID!) { event(id: $id) { name } }', { id });
  return errors?.[0]?.extensions.code ?? (data.event && data.event.name);
}

describe('the event cache', () => {
  it('serves an event as it was read until its TTL is over, to the millisecond', async () => {
    await open();
    expect(await name()).toBe('Old');
    event.answer.event['name'] = 'New';
    house.clock.advance(60_000);
    expect(await name()).toBe('Old');
    expect(readsOf(house)).toBe(1);
    house.clock.advance(1);
    await name();
    await eventually(async () => (await name()) === 'New');
    expect(readsOf(house)).toBe(2);
  });

  it('answers at once with the event it has while it reads it again', async () => {
    await open();
    await name();
    event.answer.event['name'] = 'New';
    house.clock.advance(80_000);
    // An answer that waited for this read would not come at all.
    house.sandbox.setFaults([{ route: 'event', kind: 'hang', times: 1 }]);
    expect(await name()).toBe('Old');
    await eventually(async () => readsOf(house) === 2);
    expect(await name()).toBe('Old');
    expect(readsOf(house)).toBe(2);
  });

  it('states since when an event may be out of date: null while it is fresh, also in stored responses', async () => {
    const staleSince = async (): Promise<unknown> =>
      (await house.ask('query ($id: EventID!) { event(id: $id) { name staleSince } }', { id: ID })).data
        .event;
    await open();
    for (let time = 0; time < 4; time++)
      expect(await staleSince()).toEqual({ name: 'Old', staleSince: null });
    house.clock.advance(60_001);
    const since = new Date(house.clock.now() - 1).toISOString().replace('.000Z', 'Z');
    house.sandbox.setFaults([{ route: 'event', kind: 'hang', times: 1 }]);
    for (let time = 0; time < 4; time++)
      expect(await staleSince()).toEqual({ name: 'Old', staleSince: since });
    house.clock.advance(30_000);
    expect(await house.clock.until(staleSince())).toEqual({ name: 'Old', staleSince: null });
  });

  it('waits for the new event once the old one is too old to be shown meanwhile', async () => {
    await open();
    await name();
    event.answer.event['name'] = 'New';
    house.clock.advance(90_000);
    expect(await name()).toBe('New');
  });

  it('shows the event it has while upstream cannot be read, as long as that is not too old', async () => {
    await open();
    await name();
    house.sandbox.setFaults([{ route: 'event', kind: 'empty' }]);
    house.clock.advance(659_999);
    expect(await name()).toBe('Old');
    house.clock.advance(1);
    expect(await name()).toBe('UPSTREAM_UNEXPECTED');

    event.answer.event['name'] = 'New';
    house.sandbox.setFaults([]);
    expect(await name()).toBe('New');
  });

  it('keeps an event that it may show while it is read again, although that reading fails', async () => {
    await open({ ...ENV, EVENT_STALE_IF_ERROR_SECONDS: '1' });
    await name();
    house.sandbox.setFaults([{ route: 'event', kind: 'empty' }]);
    house.clock.advance(80_000);
    for (const reads of [2, 3]) {
      expect(await name()).toBe('Old');
      await eventually(async () => readsOf(house) === reads);
      await eventually(async () => house.log().split('"route":"event"').length > reads);
    }
  });

  it('never caches a failure', async () => {
    await open();
    house.sandbox.setFaults([{ route: 'event', kind: 'empty', times: 1 }]);
    expect(await name()).toBe('UPSTREAM_UNEXPECTED');
    expect(await name()).toBe('Old');
  });

  it('asks upstream once in a request, also where a read that was answered before fails this time', async () => {
    await open();
    // Asked twice, so that it is known.
    for (const id of [showId('B', 1), showId('B', 2)]) await name(id);
    house.sandbox.setFaults([{ route: 'event', kind: 'empty', times: 1 }]);
    expect(await name()).toBe('UPSTREAM_UNEXPECTED');
    expect(readsOf(house)).toBe(3);
  });

  it('caches "no such event" for a short time only, and never shows it stale', async () => {
    await open();
    const id = showId('X', 1);
    expect(await name(id)).toBeNull();
    house.clock.advance(10_000);
    expect(await name(id)).toBeNull();
    expect(readsOf(house)).toBe(1);
    house.clock.advance(1);
    house.sandbox.setFaults([{ route: 'event', kind: 'status', status: 500, eventId: id }]);
    expect(await house.clock.until(name(id))).toBe('UPSTREAM_UNAVAILABLE');
    house.sandbox.setFaults([]);
    expect(await name(id)).toBeNull();
  });

  it('forgets an event that upstream no longer knows', async () => {
    await open();
    await name();
    house.sandbox.setFaults([{ route: 'event', kind: 'status', status: 404 }]);
    house.clock.advance(90_000);
    expect(await name()).toBeNull();
  });

  it('L10: holds no more events than EVENT_CACHE_MAX, those asked for last', async () => {
    await open({ ...ENV, EVENT_CACHE_MAX: '2' });
    const [one = '', two = '', three = ''] = shows('B', 3).map(({ id }) => id);
    // An answer that is ready says once a second which events it is about.
    for (const id of [one, two, one, three]) {
      await name(id);
      house.clock.advance(1000);
    }
    expect(readsOf(house)).toBe(3);
    await name(one);
    await name(three);
    expect(readsOf(house)).toBe(3);
    await name(two);
    expect(readsOf(house)).toBe(4);
  });

  it('goes on serving events after its clock was set back', async () => {
    await open();
    await name();
    house.clock.jumpTo(house.clock.now() - 3_600_000);
    expect(await name()).toBe('Old');
  });
});

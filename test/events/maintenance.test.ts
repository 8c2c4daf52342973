import { notable } from '../../src/sandbox/catalogue/catalogue';
import { ordinaryClosure } from '../support/edition';
import { type House, openHouse } from '../support/house';
import { fieldOf, readsOf } from './shows';

const QUERY =
  'query ($id: EventID!) { event(id: $id) { id sellable maintenance { startsAt endsAt active } } }';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The event as the gateway sees it at this instant. */
function seenAt(instant: string | number, id: string) {
  house.clock.jumpTo(typeof instant === 'string' ? Date.parse(instant) : instant);
  return fieldOf(house, QUERY, { id });
}

/** A time as the schema writes it. */
const written = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

describe('the nightly closure of an ordinary night', () => {
  it.each([
    ['New York', notable.newYork, 'summer', '2026-06-16T06:00:00Z'],
    ['New York', notable.newYork, 'winter', '2027-01-15T07:00:00Z'],
    ['Phoenix', notable.phoenix, 'summer', '2026-06-16T09:00:00Z'],
    ['Phoenix', notable.phoenix, 'winter', '2027-01-15T09:00:00Z'],
    ["St. John's", notable.stJohns, 'summer', '2026-06-16T04:30:00Z'],
    ["St. John's", notable.stJohns, 'winter', '2027-01-15T05:30:00Z'],
    ['Sydney', notable.sydney, 'winter', '2026-06-15T16:00:00Z'],
    ['Sydney', notable.sydney, 'summer', '2027-01-14T15:00:00Z'],
    ['Lord Howe', notable.lordHowe, 'winter', '2026-06-15T15:30:00Z'],
    ['Lord Howe', notable.lordHowe, 'summer', '2027-01-14T15:00:00Z'],
    ['Auckland', notable.auckland, 'winter', '2026-06-15T14:00:00Z'],
    ['Auckland', notable.auckland, 'summer', '2027-01-14T13:00:00Z'],
    ['Chatham', notable.chatham, 'winter', '2026-06-15T13:15:00Z'],
    ['Chatham', notable.chatham, 'summer', '2027-01-14T12:15:00Z'],
  ])('R-MAINT-1: in %s (%s, %s), where it is two at %s', async (_city, id, _season, twoAt) => {
    const { startsAtMs: startMs, endsAtMs: endMs } = ordinaryClosure(twoAt);
    const tonight = { startsAt: written(startMs), endsAt: written(endMs) };
    expect(await seenAt(startMs - 1, id)).toEqual({
      id,
      sellable: true,
      maintenance: { ...tonight, active: false },
    });
    for (const within of [startMs, endMs - 1]) {
      expect(await seenAt(within, id)).toEqual({
        id,
        sellable: false,
        maintenance: { ...tonight, active: true },
      });
    }
    const after = await seenAt(endMs, id);
    expect(after).toMatchObject({ sellable: true, maintenance: { active: false } });
    // The next night's.
    expect(Date.parse(after.maintenance.startsAt) - startMs).toBe(24 * 3_600_000);
  });

  it('R-MAINT-3: leaves event details readable', async () => {
    const before = readsOf(house);
    const { startsAtMs } = ordinaryClosure('2028-06-16T06:00:00Z');
    expect(await seenAt(startsAtMs + 1000, notable.newYork)).toMatchObject({
      maintenance: { active: true },
    });
    expect(readsOf(house)).toBe(before + 1);
  });

  it('R-MAINT-7: is worked out for every answer, whatever the cache holds', async () => {
    const { startsAtMs } = ordinaryClosure('2026-06-16T06:00:00Z');
    await seenAt(startsAtMs - 10, notable.newYork);
    const before = readsOf(house);
    expect(await seenAt(startsAtMs, notable.newYork)).toMatchObject({ sellable: false });
    expect(readsOf(house)).toBe(before);
  });

  it.each([
    ['names no time zone', notable.noTimeZone],
    ['names one that no clock knows', notable.unknownTimeZone],
    ['is not there at all', notable.nullVenue],
  ])('R-MAINT-4: is null, and the event sellable at any hour, where the venue %s', async (_what, id) => {
    for (let hour = 0; hour < 24; hour++) {
      const seen = await seenAt(Date.parse('2026-06-16T00:30:00Z') + hour * 3_600_000, id);
      expect(seen).toEqual({ id, sellable: true, maintenance: null });
    }
  });
});

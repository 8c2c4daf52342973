import type { CatalogueEvent } from '../../src/sandbox/catalogue/catalogue';
import { notable } from '../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../support/house';
import { at, fieldOf, show, showId } from './shows';

const NOON_MS = Date.parse('2026-06-15T12:00:00Z');
const LONG_AGO = at('2020-01-01T00:00:00Z');
const ON_SALE = { onsale: LONG_AGO, offsale: at('2030-01-01T00:00:00Z'), presales: [], statuses: [] };
const ID = showId('S', 1);

let house: House;
afterEach(() => house.close());

async function open(event: CatalogueEvent = show(ID, ON_SALE)) {
  house = await openHouse({ sandbox: { events: [event] } });
}

function sellable(atMs = NOON_MS, id = ID): Promise<boolean> {
  house.clock.jumpTo(atMs);
  return fieldOf(house, 'query ($id: EventID!) { event(id: $id) { sellable } }', { id }).then(
    (event: { sellable: boolean }) => event.sellable,
  );
}

describe('an event is sellable', () => {
  it('R-SELL-1: while it is transactable and on sale, and not when it is not transactable', async () => {
    await open();
    expect(await sellable()).toBe(true);
    await house.close();
    await open(show(ID, ON_SALE, false));
    expect(await sellable()).toBe(false);
  });

  it('R-SELL-2: from the first moment of its sale to the last, to the millisecond', async () => {
    const [from, until] = ['2026-06-15T12:00:00Z', '2026-06-16T12:00:00Z'];
    await open(show(ID, { ...ON_SALE, onsale: at(from), offsale: at(until) }));
    expect(await sellable(Date.parse(from) - 1)).toBe(false);
    expect(await sellable(Date.parse(from))).toBe(true);
    expect(await sellable(Date.parse(until) - 1)).toBe(true);
    expect(await sellable(Date.parse(until))).toBe(false);
  });

  it('R-SELL-2: on and on where its sale has no end', async () => {
    await open(show(ID, { ...ON_SALE, offsale: null }));
    expect(await sellable(Date.parse('2035-06-15T12:00:00Z'))).toBe(true);
  });

  it('R-SELL-3: within a presale, from its first moment to its last, while the general sale is years away', async () => {
    const presales = [
      { format: 'daterange', label: 'Fans', value: '2026-06-15T12:00:00Z/2026-06-15T18:00:00Z' },
      { format: 'daterange', label: 'Members', value: '2026-06-16T12:00:00Z/2026-06-16T18:00:00Z' },
    ];
    await open(show(ID, { ...ON_SALE, onsale: at('2029-01-01T00:00:00Z'), presales }));
    for (const [instant, expected] of [
      ['2026-06-15T11:59:59.999Z', false],
      ['2026-06-15T12:00:00Z', true],
      ['2026-06-15T17:59:59.999Z', true],
      ['2026-06-15T18:00:00Z', false],
      ['2026-06-16T12:00:00Z', true],
      ['2026-06-16T18:00:00Z', false],
    ] as const) {
      expect([instant, await sellable(Date.parse(instant))]).toEqual([instant, expected]);
    }
  });

  it('R-SELL-4: never, where it has neither a sale nor a presale: that is data, and no error', async () => {
    await open(show(ID, { ...ON_SALE, onsale: null }));
    expect(await sellable()).toBe(false);
    await house.close();
    await open(
      show(ID, { ...ON_SALE, onsale: undefined, presales: [{ format: 'daterange', label: 'Undated' }] }),
    );
    expect(await sellable()).toBe(false);
  });

  it.each(['cancelled', 'canceled', 'CANCELLED', 'offsale'])(
    'R-SELL-5: not from the moment on from which its status is "%s"',
    async (type) => {
      const since = '2026-06-15T13:00:00Z';
      await open(
        show(ID, {
          ...ON_SALE,
          statuses: [
            { type: 'onsale', value: '2020-01-01T00:00:00Z' },
            { type, value: since },
          ],
        }),
      );
      expect(await sellable(Date.parse(since) - 1)).toBe(true);
      expect(await sellable(Date.parse(since))).toBe(false);
    },
  );

  it('R-SELL-5: again when a later status says so, in whatever order they stand', async () => {
    await open(
      show(ID, {
        ...ON_SALE,
        statuses: [
          { type: 'onsale', value: '2026-06-15T14:00:00Z' },
          { type: 'offsale', value: '2026-06-15T13:00:00Z' },
          { type: 'onsale' },
        ],
      }),
    );
    expect(await sellable(Date.parse('2026-06-15T12:59:00Z'))).toBe(true);
    expect(await sellable(Date.parse('2026-06-15T13:30:00Z'))).toBe(false);
    expect(await sellable(Date.parse('2026-06-15T14:00:00Z'))).toBe(true);
  });

  it.each(['postponed', 'rescheduled', 'enchanted'])(
    'R-SELL-6: also while its status is "%s": upstream decides',
    async (type) => {
      await open(show(ID, { ...ON_SALE, statuses: [{ type, value: '2025-01-01T00:00:00Z' }] }));
      expect(await sellable()).toBe(true);
    },
  );

  it('or is not, as the odd ones of the catalogue have it', async () => {
    house = await openHouse();
    const expected = {
      [notable.presaleOnly]: true,
      [notable.severalPresales]: true,
      [notable.soldOut]: true,
      [notable.unknownStatus]: true,
      [notable.noTimeZone]: true,
      [notable.manualSample]: false,
      [notable.noOnsaleDate]: false,
      [notable.nullOnsaleDate]: false,
      [notable.saleOver]: false,
      [notable.cancelled]: false,
      [notable.notTransactable]: false,
      [notable.allNull]: false,
      [notable.bare]: false,
    };
    const seen = await Promise.all(
      Object.keys(expected).map(async (id) => [id, await sellable(NOON_MS, id)]),
    );
    expect(Object.fromEntries(seen)).toEqual(expected);
  });
});

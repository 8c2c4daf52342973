import type { PartnerEvent } from '../../../src/partner-api/model/event';
import { CALLER, EVENT_ID, type Rig, openRig } from '../rig';
import { wholeOf } from '../shapes';
import { json } from '../upstream';

let rig: Rig;
beforeAll(async () => {
  rig = await openRig();
});
afterAll(() => rig.close());

/** The event that is read from details in which the event is `event`; `beside` is what stands beside it. */
async function eventFrom(event: object, beside: object = { api_transactable: true }): Promise<PartnerEvent> {
  rig.upstream.answers(json({ ...beside, event }));
  const read = await rig.api.event(EVENT_ID, CALLER);
  if (read === null) throw new Error('no event');
  return read;
}

describe('what upstream leaves out', () => {
  const EMPTY: Omit<PartnerEvent, 'closedHours'> = {
    id: EVENT_ID,
    apiTransactable: true,
    name: null,
    url: null,
    startsAt: null,
    onsaleAt: null,
    offsaleAt: null,
    publishedAt: null,
    presales: [],
    statuses: [],
    currency: null,
    priceRange: null,
    tickets: [],
    ticketLimit: null,
    areaGroups: [],
    priceLevels: [],
    searchCriteria: [],
    artists: [],
    promoter: null,
    notes: [],
    image: null,
    facilityFeeIncluded: null,
    serviceFeeIncluded: null,
    purchaseOrganization: null,
    typeId: null,
    venue: null,
  };
  const fields =
    'name url eventdate onsale offsale publication presales statuses currency_code price_range tickets quantities ' +
    'area_groups prices criteria_groups artists promoter notes event_image facility_fee_rollup ' +
    'service_fee_rollup purchase_organization type venue';
  const all = (value: unknown) => Object.fromEntries(fields.split(' ').map((field) => [field, value]));

  it.each([
    ['missing', {}],
    ['null', all(null)],
    ['a number where something else belongs', all(-7.5)],
    ['a blank text', all('  ')],
    ['a list of nothing', all([null, [], ''])],
    ['beside what we do not know', { new_thing: { a: [1] } }],
  ])('R-EVENT-6: %s reads as null, or as an empty list', async (_, event) => {
    expect(wholeOf(await eventFrom(event))).toEqual(EMPTY);
  });

  it('R-EVENT-6: of a list, only the entries that make no sense are left out', async () => {
    const event = await eventFrom({
      tickets: [null, { description: 'no id' }, { id: '001' }, 'x'],
      notes: [{ type: 'webinfo' }, { text: 'Bring a coat.' }],
      artists: [7, { name: 'The Band' }],
    });
    expect(event.tickets.map(({ ticketId }) => ticketId)).toEqual(['001']);
    expect(event.notes).toEqual([{ kind: 'UNKNOWN', rawKind: '', text: 'Bring a coat.' }]);
    expect(event.artists).toEqual([{ artistId: null, name: 'The Band', rank: null, isSingleAct: null }]);
  });

  it('R-EVENT-6: an event that does not say so is not sold through the API', async () => {
    expect((await eventFrom({}, {})).apiTransactable).toBe(false);
    expect((await eventFrom({}, { api_transactable: 'perhaps' })).apiTransactable).toBe(false);
  });
});

describe('what upstream writes as text', () => {
  it('R-EVENT-7: is read as what it stands for', async () => {
    const event = await eventFrom(
      {
        type: { id: '0' },
        quantities: { limit: '8' },
        facility_fee_rollup: 'true',
        service_fee_rollup: 'false',
        artists: [{ id: '007', rank: '2', single_performer_or_band: 'true' }],
        tickets: [
          {
            id: 42,
            quantities: { exact: '0', minimum: '2', multiple: 2, limit: '6' },
            prices: [{ id: '00', amount: '57.39' }],
          },
        ],
      },
      { api_transactable: 'true' },
    );
    expect(event).toMatchObject({
      apiTransactable: true,
      typeId: 0,
      ticketLimit: 8,
      facilityFeeIncluded: true,
      serviceFeeIncluded: false,
      artists: [{ artistId: '007', rank: 2, isSingleAct: true }],
      tickets: [
        {
          ticketId: '42',
          quantities: { exact: null, minimum: 2, multiple: 2, limit: 6 },
          prices: [{ priceId: '00', amount: { amount: '57.39' }, displayAmount: { amount: '57.39' } }],
        },
      ],
    });
  });

  it('R-EVENT-7: a limit of 0 is no limit', async () => {
    expect((await eventFrom({ quantities: { limit: 0 } })).ticketLimit).toBeNull();
  });
});

describe('words that upstream may invent', () => {
  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'resort_levy'])(
    'R-EVENT-8: %s is an unknown status, note and charge, and keeps its name',
    async (word) => {
      const details = [{ type: word, amount: { amount: 1, currency: 'USD' } }];
      const event = await eventFrom({
        statuses: [{ type: word }],
        notes: [{ type: word, text: 'Here' }],
        tickets: [{ id: '1', prices: [{ id: 0, amount: 1, price_details: details }] }],
      });
      expect(event.statuses).toEqual([{ kind: 'UNKNOWN', rawKind: word, since: null }]);
      expect(event.notes).toEqual([{ kind: 'UNKNOWN', rawKind: word, text: 'Here' }]);
      expect(event.tickets[0]?.prices[0]?.charges).toMatchObject([{ kind: 'UNKNOWN', rawKind: word }]);
    },
  );

  it.each([
    ['onsale', 'ONSALE'],
    ['offsale', 'OFFSALE'],
    ['cancelled', 'CANCELLED'],
    ['canceled', 'CANCELLED'],
    ['postponed', 'POSTPONED'],
    ['Rescheduled', 'RESCHEDULED'],
  ])('R-EVENT-8: the status %s is known', async (word, kind) => {
    expect((await eventFrom({ statuses: [{ type: word }] })).statuses).toMatchObject([{ kind }]);
  });
});

describe('addresses of pages and pictures', () => {
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//stranger.example/x',
    '/event/1',
    'http://',
  ])('R-EVENT-9: %j is dropped, and its picture with it', async (location) => {
    const picture = { location, width: 1, height: 1 };
    const event = await eventFrom({ url: location, event_image: picture, venue: { images: [picture] } });
    expect(event).toMatchObject({ url: null, image: null, venue: { images: [] } });
  });

  it('R-EVENT-9: an address of the web stays as it is', async () => {
    const url = 'https://www.ticketmaster.com/a?b=c&d=%20#e';
    expect((await eventFrom({ url })).url).toBe(url);
  });
});

describe('times and places', () => {
  const datetime = (value: unknown) => ({ format: 'datetime', value });

  it.each([
    ['2015-08-21T02:00:00Z', '2015-08-21T02:00:00Z'],
    ['2015-08-21T02:00:00+02:00', '2015-08-21T00:00:00Z'],
    ['2015-08-21T02:00:00-0700', '2015-08-21T09:00:00Z'],
    ['2015-08-21T02:00Z', '2015-08-21T02:00:00Z'],
    ['2015-08-21T02:00:00.5Z', '2015-08-21T02:00:00.500Z'],
    ['2015-08-21T02:00:00Z/2015-08-23T02:00:00Z', '2015-08-21T02:00:00Z'],
    ['2015-08-21T02:00:00', null],
    ['2015-08-21', null],
    ['2015-13-41T99:00:00Z', null],
    ['tba', null],
    ['', null],
    [1440122400000, null],
    [null, null],
  ])('R-EVENT-10: %j is the time %j, in UTC', async (value, time) => {
    expect((await eventFrom({ eventdate: datetime(value) })).startsAt).toBe(time);
  });

  it('R-EVENT-10: a range without an end has none', async () => {
    const presales = [{ value: '2015-08-21T02:00:00Z' }, { label: 'Fans', value: '/2015-08-21T02:00:00Z' }];
    expect((await eventFrom({ presales })).presales).toEqual([
      { label: null, startsAt: '2015-08-21T02:00:00Z', endsAt: null },
      { label: 'Fans', startsAt: null, endsAt: '2015-08-21T02:00:00Z' },
    ]);
  });

  it.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Mars/Olympus', null],
    ['constructor', null],
    ['GMT+25', null],
    ['', null],
    [5, null],
  ])('R-EVENT-11: the zone %j reads as %j', async (zone, timeZone) => {
    const venue = { id: 1, location: { time_zone: zone } };
    expect((await eventFrom({ venue })).venue).toMatchObject({ timeZone, address: null });
  });

  it.each([
    ['US', 'WA', 840, 62],
    ['us', 'wa', 840, 62],
    ['AU', 'WA', 36, null],
    [undefined, 'WA', null, 62],
    ['DE', 'BY', null, null],
    ['constructor', 'toString', null, null],
  ])(
    'R-EVENT-11: %s and %s have the numbers %s and %s of the appendix',
    async (country, region, id, state) => {
      const address = { country: { abbrev: country }, region: { abbrev: region } };
      expect((await eventFrom({ venue: { location: { address } } })).venue?.address).toMatchObject({
        country: id,
        state,
        countryCode: country ?? null,
        regionCode: region,
      });
    },
  );

  it('R-EVENT-11: a venue without an id has none', async () => {
    expect((await eventFrom({ venue: { name: 'Somewhere' } })).venue).toMatchObject({
      venueId: null,
      name: 'Somewhere',
    });
  });
});

describe('areas and price levels', () => {
  it('R-EVENT-3: an area that two groups name is one area, with the price levels of both', async () => {
    const { areaGroups, priceLevels } = await eventFrom({
      area_groups: [
        { areas: [{ id: 1, description: 'Floor', prices: [{ id: 8 }] }] },
        { areas: [{ id: 1, prices: [{ id: 8 }, { id: 9 }, { id: 404 }] }, { id: '1' }] },
      ],
      prices: [
        { id: 8, areas: [{ id: 1 }] },
        { id: 9, areas: [{ id: 1 }, { id: 2 }] },
      ],
    });
    const [area] = areaGroups[0]?.areas ?? [];
    expect(areaGroups[1]?.areas).toEqual([area, area]);
    expect(area).toMatchObject({ areaId: '1', description: 'Floor' });
    expect(area?.priceLevels).toEqual(priceLevels);
    expect(priceLevels[1]?.areas.map(({ areaId, description }) => [areaId, description])).toEqual([
      ['1', 'Floor'],
      ['2', null],
    ]);
  });
});

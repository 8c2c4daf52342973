import { notable } from '../../../src/sandbox/catalogue/notable';
import type { Area, Charge, PartnerEvent, PriceLevel } from '../../../src/partner-api/model/event';
import { PartnerApi } from '../../../src/partner-api/partner-api';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox';
import { FakeClock } from '../../support/fake-clock';
import { CALLER } from '../rig';
import { wholeOf } from '../shapes';

const clock = new FakeClock();
let sandbox: Sandbox;
let api: PartnerApi;
beforeAll(async () => {
  sandbox = await startSandbox({ clock });
  api = new PartnerApi(
    {
      edition: '2015',
      baseUrl: sandbox.url,
      apiKey: sandbox.apiKey,
      apiSecret: sandbox.apiSecret,
      timeoutMs: 5_000,
      connections: 2,
      maxWaiting: 10,
      callsPerSecond: Infinity,
      callsPerDay: null,
    },
    clock,
  );
});
afterAll(async () => {
  await api.close();
  await sandbox.close();
});

/** The event as the client reads it off the wire. */
async function eventOf(id: string): Promise<PartnerEvent> {
  const event = await api.event(id, CALLER);
  if (event === null) throw new Error(`no event ${id}`);
  return event;
}

const usd = (amount: string) => ({ amount, currency: 'USD' });
const charge = (kind: Charge['kind'], amount: string): Charge => ({
  kind,
  rawKind: kind.toLowerCase(),
  amount: usd(amount),
  tax: null,
  quantity: null,
});
const areaIds = (areas: readonly Area[]) => areas.map(({ areaId }) => areaId);
const levelIds = (levels: readonly PriceLevel[]) => levels.map(({ priceLevelId }) => priceLevelId);

describe("the manual's event", () => {
  it('R-EVENT-1: is read whole: ids as text, amounts exact, times in UTC', async () => {
    expect(wholeOf(await eventOf(notable.manualSample))).toEqual({
      id: '3F004CBB88958BF9',
      apiTransactable: true,
      name: 'Seattle Sounders FC vs. San Jose Earthquakes',
      url: 'http://ticketmaster.com/event/3F004CBB88958BF9',
      startsAt: '2015-08-21T02:00:00Z',
      onsaleAt: '2014-06-25T01:56:29Z',
      offsaleAt: '2015-08-21T00:00:00Z',
      publishedAt: '2014-01-27T18:00:00Z',
      presales: [
        { label: 'Internet Presale', startsAt: '2014-06-20T23:55:00Z', endsAt: '2014-07-31T03:00:00Z' },
      ],
      statuses: [{ kind: 'ONSALE', rawKind: 'onsale', since: '2014-06-25T01:56:29Z' }],
      currency: 'USD',
      priceRange: {
        description: 'Prices subject to change',
        min: { display: usd('25.00'), faceValue: usd('25.00'), fees: usd('0.00') },
        max: { display: usd('25.00'), faceValue: usd('25.00'), fees: usd('0.00') },
      },
      tickets: [
        {
          ticketId: '000002040006',
          description: 'GPAS1',
          prices: [
            {
              priceId: '0',
              amount: usd('25.00'),
              displayAmount: usd('25.00'),
              charges: [charge('FACE_VALUE', '25.00')],
              level: null,
            },
          ],
          quantities: { exact: null, minimum: 1, multiple: 1, limit: 10 },
          areas: [],
        },
      ],
      ticketLimit: 10,
      areaGroups: [],
      priceLevels: [],
      searchCriteria: [],
      artists: [
        { artistId: '916285', name: 'Seattle Sounders FC', rank: 1, isSingleAct: false },
        { artistId: '806017', name: 'San Jose Earthquakes', rank: 2, isSingleAct: false },
      ],
      promoter: { promoterId: '494', name: 'PROMOTED BY VENUE' },
      notes: [
        {
          kind: 'TICKET_LIMIT',
          rawKind: 'ticketlimittext',
          text: 'There is a 10 ticket limit per household.',
        },
      ],
      image: { url: 'http://share.livenation.com/images/default_image.jpg', width: 205, height: 115 },
      facilityFeeIncluded: true,
      serviceFeeIncluded: false,
      purchaseOrganization: 'TM',
      typeId: 0,
      venue: {
        venueId: '516191',
        name: 'CenturyLink Field',
        timeZone: 'America/Los_Angeles',
        address: {
          line1: null,
          line2: null,
          city: 'Seattle',
          postalCode: null,
          state: 62,
          regionCode: 'WA',
          country: 840,
          countryCode: 'US',
        },
        markets: [{ marketId: '42', name: 'Greater Seattle Area' }],
        images: [],
      },
    });
  });
});

describe('the seated show', () => {
  let show: PartnerEvent;
  beforeAll(async () => {
    show = await eventOf(notable.foxwoods);
  });

  it('R-EVENT-2: has its areas in groups', () => {
    const described = (areas: readonly Area[]) =>
      areas.map(({ areaId, description }) => `${areaId} ${description}`);
    expect(show.areaGroups.map(({ label, areas }) => [label, described(areas)])).toEqual([
      ['Section', ['2 Mezzanine', '1 Parterre', '0 Orchestra']],
      [
        'Location',
        [
          '7 Left Center Section',
          '6 Right Center Section',
          '3 Center Section',
          '4 Left Section',
          '5 Right Section',
        ],
      ],
    ]);
  });

  it('R-EVENT-2: has its price levels, with their amounts', () => {
    expect(
      show.priceLevels.map(({ priceLevelId, description, amounts }) => [priceLevelId, description, amounts]),
    ).toEqual([
      ['10', 'Price Level 3', [usd('75.00')]],
      ['11', 'Price Level 4', [usd('50.00')]],
      ['9', 'Price Level 2', [usd('100.00')]],
      ['8', 'Price Level 1', [usd('150.00')]],
    ]);
  });

  it('R-EVENT-3: an area leads to its price levels, and each of these back to it', () => {
    const areas = show.areaGroups.flatMap((group) => group.areas);
    expect(
      Object.fromEntries(areas.map(({ areaId, priceLevels }) => [areaId, levelIds(priceLevels)])),
    ).toEqual({
      0: ['8', '9'],
      1: ['10'],
      2: ['9', '10', '11'],
      3: ['8', '9', '11'],
      4: ['9', '10', '11'],
      5: ['9', '10', '11'],
      6: ['10', '11'],
      7: ['10', '11'],
    });
    for (const area of areas) {
      for (const level of area.priceLevels) expect(level.areas).toContain(area);
    }
    for (const level of show.priceLevels) {
      for (const area of level.areas) expect(area.priceLevels).toContain(level);
    }
  });

  it('R-EVENT-3: a ticket leads to the same areas, its prices to the same levels', () => {
    const [ticket] = show.tickets;
    expect(ticket?.ticketId).toBe('000042800007');
    expect(areaIds(ticket?.areas ?? [])).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    const areas = new Set(show.areaGroups.flatMap((group) => group.areas));
    expect(ticket?.areas.every((area) => areas.has(area))).toBe(true);
    expect(ticket?.prices.map(({ level }) => level?.description)).toEqual([
      'Price Level 1',
      'Price Level 2',
      'Price Level 3',
      'Price Level 4',
    ]);
    expect(ticket?.prices.every(({ level }) => level && show.priceLevels.includes(level))).toBe(true);
  });

  it('R-EVENT-4: a price names every charge of the manual', () => {
    expect(show.tickets[0]?.prices[0]).toMatchObject({
      priceId: '8',
      amount: usd('150.00'),
      displayAmount: usd('150.00'),
      charges: [
        charge('FACE_VALUE', '150.00'),
        charge('FACE_VALUE_TAX', '0.00'),
        charge('FACILITY', '0.00'),
        charge('SERVICE', '0.00'),
        charge('SERVICE_TAX', '0.00'),
        charge('SERVICE_TAX2', '0.00'),
        charge('DISTANCE', '0.00'),
      ],
    });
  });

  it('R-EVENT-5: the rest of it is read as well', () => {
    expect(show).toMatchObject({
      id: '1D004F240CEB4BDE',
      startsAt: '2015-12-07T00:00:00Z',
      searchCriteria: ['bestavail', 'specificseats'],
      ticketLimit: 50,
      facilityFeeIncluded: false,
      notes: [{ kind: 'WEB_INFO', rawKind: 'webinfo' }],
      priceRange: { min: { display: usd('50.00') }, max: { display: usd('150.00') } },
      venue: {
        venueId: '237685',
        timeZone: 'America/New_York',
        address: { city: 'Mashantucket', state: 14, country: 840 },
        markets: [
          { marketId: '33' },
          { marketId: '35' },
          { marketId: '11' },
          { marketId: '124', name: 'Connecticut' },
        ],
        images: [
          {
            url: 'http://media.ticketmaster.com/en-us/tmimages/venue/maps/ny5/41248s.gif',
            name: 'End Stage',
            rawKind: 'seatingchart',
            width: 670,
            height: 410,
          },
        ],
      },
    });
  });
});

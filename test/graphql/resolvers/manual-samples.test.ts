import { catalogue, notable } from '../../../src/sandbox/catalogue/catalogue';
import { type House, openHouse } from '../../support/house';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const MONEY = '{ amount currency }';
const RANGE_END = `{ display ${MONEY} faceValue ${MONEY} fees ${MONEY} }`;
const EVENT = `query ($id: EventID!) { event(id: $id) {
  id name url apiTransactable startsAt onsaleAt offsaleAt publishedAt currency ticketLimit searchCriteria
  facilityFeeIncluded serviceFeeIncluded purchaseOrganization typeId
  presales { label startsAt endsAt }
  statuses { kind rawKind since }
  priceRange { description min ${RANGE_END} max ${RANGE_END} }
  tickets {
    ticketId description quantities { exact minimum multiple limit } areas { areaId }
    prices {
      priceId amount ${MONEY} displayAmount ${MONEY} level { priceLevelId description }
      charges { kind rawKind amount ${MONEY} tax ${MONEY} quantity }
    }
  }
  areaGroups { label areas { areaId description priceLevels { priceLevelId } } }
  priceLevels { priceLevelId description amounts ${MONEY} areas { areaId description } }
  artists { artistId name rank isSingleAct }
  promoter { promoterId name }
  notes { kind rawKind text }
  image { url width height }
  venue {
    venueId name timeZone markets { marketId name } images { name rawKind url width height }
    address { line1 line2 city postalCode state regionCode country countryCode }
  }
} }`;

const usd = (amount: string) => ({ amount, currency: 'USD' });

describe("the manual's example of event details", () => {
  it('R-EVENTS-8: is answered word for word, leading zeros and all', async () => {
    const { data } = await house.ask(EVENT, { id: notable.manualSample });
    const price = { display: usd('25.00'), faceValue: usd('25.00'), fees: usd('0.00') };
    expect(data.event).toEqual({
      id: '3F004CBB88958BF9',
      name: 'Seattle Sounders FC vs. San Jose Earthquakes',
      url: 'http://ticketmaster.com/event/3F004CBB88958BF9',
      apiTransactable: true,
      startsAt: '2015-08-21T02:00:00Z',
      onsaleAt: '2014-06-25T01:56:29Z',
      offsaleAt: '2015-08-21T00:00:00Z',
      publishedAt: '2014-01-27T18:00:00Z',
      currency: 'USD',
      ticketLimit: 10,
      searchCriteria: [],
      facilityFeeIncluded: true,
      serviceFeeIncluded: false,
      purchaseOrganization: 'TM',
      typeId: 0,
      presales: [
        { label: 'Internet Presale', startsAt: '2014-06-20T23:55:00Z', endsAt: '2014-07-31T03:00:00Z' },
      ],
      statuses: [{ kind: 'ONSALE', rawKind: 'onsale', since: '2014-06-25T01:56:29Z' }],
      priceRange: { description: 'Prices subject to change', min: price, max: price },
      tickets: [
        {
          ticketId: '000002040006',
          description: 'GPAS1',
          quantities: { exact: null, minimum: 1, multiple: 1, limit: 10 },
          areas: [],
          prices: [
            {
              priceId: '0',
              amount: usd('25.00'),
              displayAmount: usd('25.00'),
              level: null,
              charges: [
                {
                  kind: 'FACE_VALUE',
                  rawKind: 'face_value',
                  amount: usd('25.00'),
                  tax: null,
                  quantity: null,
                },
              ],
            },
          ],
        },
      ],
      areaGroups: [],
      priceLevels: [],
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
      venue: {
        venueId: '516191',
        name: 'CenturyLink Field',
        timeZone: 'America/Los_Angeles',
        markets: [{ marketId: '42', name: 'Greater Seattle Area' }],
        images: [],
        address: {
          line1: null,
          line2: null,
          city: 'Seattle',
          postalCode: null,
          state: 'WASHINGTON',
          regionCode: 'WA',
          country: 'UNITED_STATES_OF_AMERICA',
          countryCode: 'US',
        },
      },
    });
  });
});

/** What the test reads of the seated show as upstream sends it. */
interface Wire {
  area_groups: { label: string; areas: { id: number; description: string; prices: { id: number }[] }[] }[];
  prices: { id: number; description: string; amounts: number[]; areas: { id: number }[] }[];
  tickets: {
    id: string;
    description: string;
    areas: { id: number }[];
    prices: {
      id: number;
      amount: number;
      display_amount: number;
      price_details: { type: string; amount: { amount: number } }[];
    }[];
  }[];
}

describe('the sample of a seated show', () => {
  const sample = catalogue().find(({ id }) => id === notable.foxwoods);
  const wire = sample?.answer.event as unknown as Wire;
  const dollars = (amount: number) => usd(amount.toFixed(2));
  const named = (name: string, entries: { id: number }[]) =>
    entries.map(({ id }) => ({ [name]: String(id) }));
  const descriptions = new Map(
    wire.area_groups.flatMap(({ areas }) => areas.map(({ id, description }) => [id, description])),
  );

  it('R-EVENTS-9: is answered with its areas and price levels, each referring to the other', async () => {
    const { data } = await house.ask(EVENT, { id: notable.foxwoods });
    expect(data.event.areaGroups).toEqual(
      wire.area_groups.map(({ label, areas }) => ({
        label,
        areas: areas.map(({ id, description, prices }) => ({
          areaId: String(id),
          description,
          priceLevels: named('priceLevelId', prices),
        })),
      })),
    );
    expect(data.event.priceLevels).toEqual(
      wire.prices.map(({ id, description, amounts, areas }) => ({
        priceLevelId: String(id),
        description,
        amounts: amounts.map(dollars),
        areas: areas.map((area) => ({ areaId: String(area.id), description: descriptions.get(area.id) })),
      })),
    );
  });

  it('R-EVENTS-9: is answered with its tickets, each with its areas, and each price with its level', async () => {
    const { data } = await house.ask(EVENT, { id: notable.foxwoods });
    const levels = new Map(
      wire.prices.map(({ id, description }) => [id, { priceLevelId: String(id), description }]),
    );
    expect(data.event.tickets).toEqual(
      wire.tickets.map(({ id, description, areas, prices }) => ({
        ticketId: id,
        description,
        areas: named('areaId', areas),
        quantities: expect.objectContaining({ exact: null }),
        prices: prices.map((price) => ({
          priceId: String(price.id),
          amount: dollars(price.amount),
          displayAmount: dollars(price.display_amount),
          level: levels.get(price.id),
          charges: price.price_details.map(({ type, amount }) => ({
            kind: type.toUpperCase(),
            rawKind: type,
            amount: dollars(amount.amount),
            tax: null,
            quantity: null,
          })),
        })),
      })),
    );
  });

  it('R-EVENTS-8: is answered with all else that it says', async () => {
    const { data } = await house.ask(EVENT, { id: notable.foxwoods });
    expect(data.event).toMatchObject({
      name: 'Donny & Marie (Touring)',
      startsAt: '2015-12-07T00:00:00Z',
      offsaleAt: '2015-12-06T21:00:00Z',
      ticketLimit: 50,
      searchCriteria: ['bestavail', 'specificseats'],
      facilityFeeIncluded: false,
      promoter: { promoterId: '494', name: 'PROMOTED BY VENUE ' },
      notes: [{ kind: 'WEB_INFO', rawKind: 'webinfo' }],
      priceRange: { min: { display: usd('50.00') }, max: { display: usd('150.00') } },
      venue: {
        venueId: '237685',
        timeZone: 'America/New_York',
        address: { city: 'Mashantucket', state: 'CONNECTICUT', regionCode: 'CT' },
        images: [
          {
            name: 'End Stage',
            rawKind: 'seatingchart',
            url: 'http://media.ticketmaster.com/en-us/tmimages/venue/maps/ny5/41248s.gif',
            width: 670,
            height: 410,
          },
        ],
      },
    });
    expect(data.event.venue.markets).toHaveLength(4);
  });
});

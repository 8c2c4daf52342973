import { type CatalogueEvent, catalogue, notable } from '../../src/sandbox/catalogue/catalogue';
import { TWO_TICKETS } from '../support/carts';
import { type House, openHouse } from '../support/house';
import { createCart, requests } from './mutations/shop';

const ADULT = '000001020005';
const CHILD = '000001030005';
const SENIOR = '000001040005';
const MANUAL = TWO_TICKETS.tickets[0]?.ticketId;

const LIMITED = 'THREEORFOUR00001';
const BY_THE_FOUR = 'BYTHEFOUR0000001';

/** A house with several prices for a kind of ticket, and with these rules for it. */
function severalPrices(id: string, quantities: object): CatalogueEvent[] {
  return catalogue()
    .filter((event) => event.id === notable.seatingChart)
    .map((event) => {
      const tickets = (event.answer.event.tickets as object[]).map((ticket) => ({ ...ticket, quantities }));
      return { ...event, id, answer: { ...event.answer, event: { ...event.answer.event, id, tickets } } };
    });
}

let house: House;
beforeAll(async () => {
  const events = [
    ...catalogue(),
    ...severalPrices(LIMITED, { exact: 0, minimum: 3, multiple: 1, limit: 4 }),
    ...severalPrices(BY_THE_FOUR, { exact: 4, minimum: 0, multiple: 0, limit: 0 }),
  ];
  house = await openHouse({ sandbox: { reservationLimit: 1000, events } });
});
afterAll(() => house.close());

const adults = (quantity: number) => [{ ticketId: ADULT, quantity }];

/** Expects `input` to be refused as `failure`, before upstream is asked. */
async function refused(input: Record<string, unknown>, failure: Record<string, unknown>) {
  const before = requests(house).reserve;
  expect(await createCart(house, input)).toMatchObject({ retryable: false, upstreamCode: null, ...failure });
  expect(requests(house).reserve).toBe(before);
}

/** Expects `input` to be sold. */
async function sold(input: Record<string, unknown>) {
  expect(await createCart(house, input)).toMatchObject({ __typename: 'Cart', status: 'HELD' });
}

const invalid = (code: string, ...paths: string[]) => ({
  __typename: 'InvalidInput',
  code,
  issues: paths.map((path) => ({ path, code, message: expect.any(String) })),
});

const quantityRule = invalid('QUANTITY_RULE', 'tickets.0.quantity');
const badField = (...paths: string[]) => invalid('BAD_FIELD', ...paths);
const limit = (most: number) => ({ __typename: 'TicketLimitExceeded', code: 'LIMIT_EXCEEDED', limit: most });

describe('R-SELECT-1: the quantities of an event are kept before upstream is asked:', () => {
  it.each([0, -1, -2_147_483_648])('%i tickets are none', (quantity) =>
    refused({ tickets: [{ ticketId: MANUAL, quantity }] }, quantityRule),
  );

  it.each([3, 5, 8])('"exact" refuses %i where it says 4', (quantity) =>
    refused({ eventId: notable.exactFour, tickets: adults(quantity) }, quantityRule),
  );

  it('"exact" sells exactly that', () => sold({ eventId: notable.exactFour, tickets: adults(4) }));

  it.each([1, 2])('"minimum" refuses %i where it says 3', (quantity) =>
    refused({ eventId: notable.minimumThree, tickets: adults(quantity) }, quantityRule),
  );

  it.each([3, 4])('"minimum" 3 sells %i', (quantity) =>
    sold({ eventId: notable.minimumThree, tickets: adults(quantity) }),
  );

  it.each([1, 3, 7])('"multiple" refuses %i where it says 2', (quantity) =>
    refused({ eventId: notable.pairsOnly, tickets: adults(quantity) }, quantityRule),
  );

  it.each([2, 4])('"multiple" 2 sells %i', (quantity) =>
    sold({ eventId: notable.pairsOnly, tickets: adults(quantity) }),
  );

  it('the limit of a kind of ticket refuses more of it', async () => {
    await refused({ eventId: notable.fourOfAKind, tickets: adults(5) }, limit(4));
    await sold({ eventId: notable.fourOfAKind, tickets: adults(4) });
  });

  it('the limit of the event refuses more in all, of whatever kinds', async () => {
    const family = (children: number) => [...adults(3), { ticketId: CHILD, quantity: children }];
    await refused({ eventId: notable.fourOfAKind, tickets: family(4) }, limit(6));
    await sold({ eventId: notable.fourOfAKind, tickets: family(3) });
  });

  it('a limit of 0 is none', () => sold({ eventId: notable.noTicketLimit, tickets: adults(12) }));

  it('the largest of all numbers is over every limit', () =>
    refused({ tickets: [{ ticketId: MANUAL, quantity: 2_147_483_647 }] }, limit(10)));
});

describe('R-SELECT-1: a kind of ticket at several prices is counted as one:', () => {
  /** Adults at the first price, and others at the second. */
  const atTwoPrices = (eventId: string, first: number, second: number) => ({
    eventId,
    tickets: [
      { ticketId: ADULT, priceId: '1', quantity: first },
      { ticketId: ADULT, priceId: '2', quantity: second },
    ],
  });

  it('its limit', () => refused(atTwoPrices(LIMITED, 3, 2), limit(4)));
  it('its minimum', async () => {
    await refused(atTwoPrices(LIMITED, 1, 1), quantityRule);
    await sold(atTwoPrices(LIMITED, 2, 1));
  });
  it('its "exact"', async () => {
    await refused(atTwoPrices(BY_THE_FOUR, 4, 4), quantityRule);
    await sold(atTwoPrices(BY_THE_FOUR, 2, 2));
  });
  it('but none of its entries may be empty', () =>
    refused(atTwoPrices(BY_THE_FOUR, 4, 0), invalid('QUANTITY_RULE', 'tickets.1.quantity')));
});

describe('R-SELECT-2: what an event does not have is not asked for:', () => {
  it('an unknown kind of ticket', () =>
    refused({ tickets: adults(2) }, invalid('UNKNOWN_TICKET', 'tickets.0.ticketId')));

  it('a ticket without the zeros that its id begins with', () =>
    refused(
      { tickets: [{ ticketId: '2040006', quantity: 2 }] },
      invalid('UNKNOWN_TICKET', 'tickets.0.ticketId'),
    ));

  it('an unknown price', () =>
    refused(
      { tickets: [{ ticketId: MANUAL, quantity: 2, priceId: '99' }] },
      invalid('UNKNOWN_TICKET', 'tickets.0.priceId'),
    ));

  it('an unknown area, at an event that has areas and at one that has none', async () => {
    const { data } = await house.ask('query Ids($id: EventID!) { event(id: $id) { tickets { ticketId } } }', {
      id: notable.foxwoods,
    });
    const tickets = [{ ticketId: data.event.tickets[0].ticketId as string, quantity: 2 }];
    await refused({ eventId: notable.foxwoods, tickets, areaIds: ['0', '77'] }, badField('areaIds.1'));
    await refused({ areaIds: ['0'] }, badField('areaIds.0'));
  });

  it('a ticket of an event that lists none', () =>
    refused(
      { eventId: notable.noTickets, tickets: adults(1) },
      invalid('UNKNOWN_TICKET', 'tickets.0.ticketId'),
    ));

  it('the same ticket twice', () =>
    refused(
      { eventId: notable.family, tickets: [...adults(1), { ticketId: CHILD, quantity: 1 }, ...adults(2)] },
      badField('tickets.2.ticketId'),
    ));

  it('nothing at all', () => refused({ tickets: [] }, badField('tickets')));

  it('all issues are reported at once, under the code of the first', async () => {
    const tickets = [
      { ticketId: ADULT, quantity: 0 },
      { ticketId: 'none', quantity: 1 },
      { ticketId: SENIOR, quantity: 1, priceId: '99' },
    ];
    const input = { eventId: notable.family, tickets, areaIds: ['5'], seats: { placeIds: [''] } };
    const issues = [
      { path: 'tickets.0.quantity', code: 'QUANTITY_RULE' },
      { path: 'tickets.1.ticketId', code: 'UNKNOWN_TICKET' },
      { path: 'tickets.2.priceId', code: 'UNKNOWN_TICKET' },
      { path: 'areaIds.0', code: 'BAD_FIELD' },
      { path: 'seats.placeIds.0', code: 'BAD_FIELD' },
    ];
    await refused(input, { __typename: 'InvalidInput', code: 'QUANTITY_RULE', issues });
  });
});

describe('L10: lists and texts have an end:', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => String(at));
  const long = 'x'.repeat(129);

  it('tickets', () =>
    refused({ tickets: many(51).map((ticketId) => ({ ticketId, quantity: 1 })) }, badField('tickets')));
  it('areas', () => refused({ areaIds: many(51) }, badField('areaIds')));
  it('places', () => refused({ seats: { placeIds: many(51) } }, badField('seats.placeIds')));
  it('no places', () => refused({ seats: { placeIds: [] } }, badField('seats.placeIds')));
  it('the id of a place', () =>
    refused({ seats: { placeIds: ['ok', long, ''] } }, badField('seats.placeIds.1', 'seats.placeIds.2')));
  it('the names of seats', () =>
    refused(
      { seats: { range: { section: long, row: '', firstSeat: long, lastSeat: 'x'.repeat(128) } } },
      badField('seats.range.section', 'seats.range.row', 'seats.range.firstSeat'),
    ));
});

describe('seats can be requested:', () => {
  it('a range of them', async () => {
    const range = { section: 'CLB233', row: 'C', firstSeat: '5', lastSeat: '6' };
    expect(await createCart(house, { seats: { range }, acceptBestAvailable: false })).toMatchObject({
      items: [{ section: 'CLB233', row: 'C', firstSeat: '5', lastSeat: '6' }],
    });
  });

  it('a section alone', async () => {
    expect(await createCart(house, { seats: { range: { section: '207' } } })).toMatchObject({
      items: [{ section: '207' }],
    });
  });
});

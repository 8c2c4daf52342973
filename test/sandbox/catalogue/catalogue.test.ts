import { createHash } from 'node:crypto';
import { z } from 'zod';
import { catalogue, notable, type CatalogueEvent } from '../../../src/sandbox/catalogue/catalogue';

const Amount = z.coerce.number().transform((amount) => Math.round(amount * 100));
const Tickets = z.array(
  z.object({
    prices: z.array(
      z.object({
        amount: Amount,
        display_amount: Amount,
        price_details: z.array(z.object({ type: z.string(), amount: z.object({ amount: Amount }) })),
      }),
    ),
  }),
);
const Area = z.object({ id: z.number() });
const AreaGroups = z.array(z.object({ areas: z.array(Area) })).default([]);
const Venue = z.object({
  location: z.object({
    address: z.object({
      line1: z.string().optional(),
      postal_code: z.string().optional(),
      region: z.object({ abbrev: z.string() }),
      country: z.object({ abbrev: z.string() }),
    }),
  }),
});
const Moment = z.object({ value: z.iso.datetime() });

const events = catalogue();
const samples: string[] = [notable.manualSample, notable.foxwoods];

function eventOf(id: string): CatalogueEvent {
  const found = events.filter((event) => event.id === id);
  const [event] = found;
  if (!event || found.length > 1) {
    throw new Error(`${found.length} events have the id ${id}`);
  }
  return event;
}

function details(id: string): Record<string, unknown> {
  return eventOf(id).answer.event;
}

function seatCount(event: CatalogueEvent): number {
  return event.seating.reduce((count, block) => count + block.seats.length, 0);
}

/** All events with a valid `tickets` array; amounts in cents. */
function priced() {
  return events.flatMap(({ id, answer }) => {
    const tickets = Tickets.safeParse(answer.event['tickets']);
    return tickets.success ? [{ id, event: answer.event, tickets: tickets.data }] : [];
  });
}

/** The hash of the value's JSON. */
function sha256(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Hours and minutes in `timeZone`. */
function localTime(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(new Date(moment));
}

describe('the catalogue as a whole', () => {
  it('contains dozens of events with unique ids of 15 or 16 letters and digits', () => {
    const ids = events.map((event) => event.id);
    expect(ids.length).toBeGreaterThanOrEqual(48);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[0-9A-Za-z]{15,16}$/.test(id))).toEqual([]);
    expect(events.filter((event) => event.answer.event['id'] !== event.id)).toEqual([]);
  });

  it('has a unique combination of code and host for each event', () => {
    const names = events.map((event) => `${event.code}/${event.host}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^E[A-Z]{2}\d{4}E\/(LA2|NYC|PHX|TOR|SYD|MEX|AKL)$/.test(name))).toEqual(
      [],
    );
    expect(new Set(events.map((event) => event.host)).size).toBe(7);
  });

  it('returns the same events every time, in copies that share nothing', () => {
    const [first, second] = [catalogue(), catalogue()];
    const untouched = sha256(first);
    const others = (copy: CatalogueEvent[]) => copy.filter((event) => event.id !== notable.exactFour);
    expect(sha256(second)).toBe(untouched);
    first.find((event) => event.id === notable.exactFour)?.seating.forEach((block) => block.seats.splice(0));
    expect(sha256(first)).not.toBe(untouched);
    expect(sha256(second)).toBe(untouched);
    expect(sha256(others(first))).toBe(sha256(others(second)));
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(events))).toStrictEqual(events);
  });

  it("contains the manual's samples verbatim", () => {
    expect(sha256(eventOf(notable.manualSample).answer)).toBe(
      '74575cfa7585d47af7a0aa7c324ff59969eebff336ce7f4df51890baf4815df2',
    );
    expect(sha256(eventOf(notable.foxwoods).answer)).toBe(
      '95f6e0f8063697361bb8afe9855214c02c6c45d895b224b38097a335247b5b88',
    );
  });

  it('covers all five countries with full addresses and their currencies', () => {
    const found = events.flatMap(({ id, answer }) => {
      const venue = Venue.safeParse(answer.event['venue']);
      return venue.success && !samples.includes(id) ? [{ event: answer.event, ...venue.data.location }] : [];
    });
    const pairs = found.map(
      ({ event, address }) => `${address.country.abbrev} ${String(event['currency_code'])}`,
    );
    expect([...new Set(pairs)].sort()).toEqual(
      expect.arrayContaining(['AU AUD', 'CA CAD', 'MX MXN', 'NZ NZD', 'US USD']),
    );
    expect(found.filter(({ address }) => !address.line1 || !address.postal_code)).toEqual([]);
  });

  it('is mostly on sale from 2020 until at least 2027', () => {
    const onSale = events.filter(({ answer }) => {
      const [onsale, offsale] = [
        Moment.safeParse(answer.event['onsale']),
        Moment.safeParse(answer.event['offsale']),
      ];
      return onsale.data && offsale.data && onsale.data.value < '2021' && offsale.data.value > '2027';
    });
    expect(onSale.length).toBeGreaterThan(events.length * 0.8);
  });

  it('starts its shows in the afternoon or evening, local time', () => {
    const known = events.filter(
      ({ id, timeZone }) =>
        timeZone?.includes('/') && timeZone !== 'Mars/Olympus' && id !== 'SPRINGFORWARD001',
    );
    const times = known.flatMap(({ id, timeZone, answer }) => {
      const start = Moment.safeParse(answer.event['eventdate']);
      return start.success ? [`${localTime(start.data.value, timeZone ?? 'UTC')} ${id}`] : [];
    });
    expect(times.filter((time) => !/^(1[2-9]|2[01]):[03]0 /.test(time))).toEqual([]);
    expect(times.length).toBeGreaterThan(48);
  });
});

describe('prices', () => {
  it('have the face value as amount and add the included fees to the displayed amount', () => {
    const wrong = priced().flatMap(({ id, event, tickets }) =>
      tickets
        .flatMap((ticket) => ticket.prices)
        .filter((price) => {
          const charge = (type: string) =>
            price.price_details.find((detail) => detail.type === type)?.amount.amount ?? 0;
          const facility = event['facility_fee_rollup'] === true ? charge('facility') : 0;
          const service = event['service_fee_rollup'] === true ? charge('service') : 0;
          return (
            price.amount !== charge('face_value') ||
            price.display_amount !== price.amount + facility + service
          );
        })
        .map(() => id),
    );
    expect(wrong).toEqual([]);
  });

  it('span exactly the price range of the event', () => {
    const End = z.object({ display_amount: Amount });
    const Range = z.object({ min: End, max: End });
    for (const { event, tickets } of priced()) {
      const shown = tickets.flatMap((ticket) => ticket.prices.map((price) => price.display_amount));
      const range = Range.parse(event['price_range']);
      expect([range.min.display_amount, range.max.display_amount]).toEqual([
        Math.min(...shown),
        Math.max(...shown),
      ]);
    }
  });

  it('include fees that floating point cannot add exactly, in each roll-up variant', () => {
    const price = (id: string) => priced().find((event) => event.id === id)?.tickets[0]?.prices[0];
    expect(price(notable.fees)).toMatchObject({ amount: 5739, display_amount: 6089 });
    expect(price(notable.allIn)).toMatchObject({ amount: 5739, display_amount: 6904 });
    expect(price(notable.serviceIncluded)).toMatchObject({ amount: 5739, display_amount: 6554 });
  });
});

describe('seating', () => {
  it('exists wherever tickets are sold, except for the sold-out show', () => {
    const empty = priced().filter(
      ({ id }) => eventOf(id).answer.api_transactable && seatCount(eventOf(id)) === 0,
    );
    expect(empty.map(({ id }) => id)).toEqual([notable.soldOut]);
  });

  it("uses exactly the event's own areas", () => {
    for (const { answer, seating, id } of events.filter((event) => event.seating.length > 0)) {
      const groups = AreaGroups.parse(answer.event['area_groups']);
      const areas = new Set(groups.flatMap((group) => group.areas.map((area) => area.id)));
      const seated = new Set(seating.map((block) => block.areaId));
      expect({ id, seated }).toEqual({ id, seated: areas.size > 0 ? areas : new Set([null]) });
    }
  });

  it('contains no place twice', () => {
    for (const { id, seating } of events) {
      const places = seating.flatMap(({ section, row, seats }) =>
        seats.map((seat) => `${section} ${row} ${seat}`),
      );
      expect({ id, places: new Set(places).size }).toEqual({ id, places: places.length });
    }
  });

  it('is as scarce as the notable events require', () => {
    expect(seatCount(eventOf(notable.manualSample))).toBeGreaterThanOrEqual(400);
    expect(seatCount(eventOf(notable.soldOut))).toBe(0);
    expect(seatCount(eventOf(notable.oneSeatLeft))).toBe(1);
    const scattered = eventOf(notable.noAdjacentSeats).seating;
    expect(scattered.length).toBeGreaterThan(1);
    expect(scattered.filter((block) => block.seats.length !== 1)).toEqual([]);
    const numbers = scattered
      .filter((block) => block.section === '201')
      .map((block) => Number(block.seats[0]));
    expect(numbers.some((number) => numbers.includes(number + 1))).toBe(false);
  });

  it('numbers the places of general admission from 1, in section GA without a row', () => {
    const { seating } = eventOf(notable.generalAdmission);
    expect(seating).toHaveLength(1);
    expect(seating[0]).toMatchObject({ section: 'GA', row: '', areaId: null, generalAdmission: true });
    expect(seating[0]?.seats.slice(0, 3)).toEqual(['1', '2', '3']);
  });
});

describe('the notable events', () => {
  it('all exist', () => {
    expect(Object.values(notable).filter((id) => !events.some((event) => event.id === id))).toEqual([]);
  });

  const rule = (quantities: object) => ({ tickets: [{ quantities }] });
  const onlyStatus = (type: string) => ({
    statuses: expect.arrayContaining([expect.objectContaining({ type })]) as unknown,
  });
  it.each<[keyof typeof notable, object]>([
    ['exactFour', rule({ exact: 4 })],
    ['pairsOnly', rule({ minimum: 2, multiple: 2 })],
    ['minimumThree', rule({ minimum: 3, multiple: 1 })],
    ['noTicketLimit', { ...rule({ limit: 0 }), quantities: { limit: 0 } }],
    [
      'fourOfAKind',
      { tickets: [{ quantities: { limit: 4 } }, { quantities: { limit: 4 } }], quantities: { limit: 6 } },
    ],
    [
      'family',
      { tickets: [{ description: 'Adult' }, { description: 'Child (under 12)' }, { description: 'Senior' }] },
    ],
    ['nullOnsaleDate', { onsale: null }],
    [
      'presaleOnly',
      {
        onsale: { value: '2035-03-01T16:00:00Z' },
        presales: [{ value: '2020-01-06T15:00:00Z/2035-03-01T16:00:00Z' }],
      },
    ],
    ['severalPresales', { presales: [{}, {}, {}, {}] }],
    ['dateRange', { eventdate: { format: 'daterange', value: '2031-05-16T17:00:00Z/2031-05-19T04:00:00Z' } }],
    ['saleOver', { offsale: { value: '2024-06-30T22:00:00Z' }, ...onlyStatus('offsale') }],
    ['cancelled', onlyStatus('cancelled')],
    ['unknownStatus', onlyStatus('enchanted')],
    ['unknownNote', { notes: [{}, { type: 'moonphase' }] }],
    ['nullVenue', { venue: null }],
    ['unknownTimeZone', { venue: { location: { time_zone: 'Mars/Olympus' } } }],
    ['seatingChart', { venue: { images: [{ type: 'seatingchart' }] } }],
    [
      'allNull',
      { name: 'All Fields Null', tickets: null, statuses: null, quantities: null, currency_code: null },
    ],
    ['oddRanks', { artists: [{ rank: -1 }, {}, { rank: null }] }],
    [
      'extraFields',
      {
        x_tomorrow: {},
        venue: { x_tomorrow: {}, location: { x_tomorrow: {} } },
        tickets: [{ x_tomorrow: {} }],
      },
    ],
    [
      'stringlyTyped',
      { tickets: [{ id: 1020005, prices: [{ id: '7', amount: '57.39' }] }], venue: { id: '100106' } },
    ],
  ])('%s is as its name states', (name, expected) => {
    expect(details(notable[name])).toMatchObject(expected);
  });

  it.each<[keyof typeof notable, string]>([
    ['noOnsaleDate', 'onsale'],
    ['noTickets', 'tickets'],
    ['noCurrency', 'currency_code'],
    ['noImages', 'event_image'],
    ['bare', 'venue'],
  ])('%s omits a field', (name, field) => {
    expect(details(notable[name])).not.toHaveProperty(field);
  });

  it.each<[keyof typeof notable, string | null]>([
    ['newYork', 'America/New_York'],
    ['phoenix', 'America/Phoenix'],
    ['stJohns', 'America/St_Johns'],
    ['sydney', 'Australia/Sydney'],
    ['lordHowe', 'Australia/Lord_Howe'],
    ['auckland', 'Pacific/Auckland'],
    ['chatham', 'Pacific/Chatham'],
    ['nullVenue', null],
    ['noTimeZone', null],
    ['unknownTimeZone', 'Mars/Olympus'],
  ])('%s takes place in the zone %s', (name, timeZone) => {
    expect(eventOf(notable[name]).timeZone).toBe(timeZone);
  });

  it('state their time zone in the venue, or none if the catalogue has null', () => {
    const Zoned = z.object({ location: z.object({ time_zone: z.string() }) });
    const stated = (event: CatalogueEvent) =>
      Zoned.safeParse(event.answer.event['venue']).data?.location.time_zone ?? null;
    expect(events.filter((event) => stated(event) !== event.timeZone).map((event) => event.id)).toEqual([]);
  });

  it('include one that this API does not sell, with the URL of its page', () => {
    const { answer } = eventOf(notable.notTransactable);
    expect(answer.api_transactable).toBe(false);
    expect(answer.event['url']).toMatch(/^http:\/\/ticketmaster\.com\/event\//);
  });

  it('include ids that are easily confused: two that differ only in case, one of 15 characters', () => {
    expect(notable.caseUpper).not.toBe(notable.caseLower);
    expect(notable.caseUpper.toLowerCase()).toBe(notable.caseLower.toLowerCase());
    expect(notable.fifteenCharacters).toHaveLength(15);
  });

  it('include names in several scripts and lengths, and markup in notes', () => {
    expect(details(notable.maori)['name']).toMatch(/Māori.*José/u);
    expect(details(notable.tokyo)['name']).toMatch(/東京.*\p{Extended_Pictographic}/u);
    expect(details(notable.rightToLeft)['name']).toMatch(/\p{Script=Arabic}.*\p{Script=Hebrew}/u);
    expect(String(details(notable.longName)['name']).length).toBeGreaterThan(500);
    expect(JSON.stringify(details(notable.htmlNote)['notes'])).toContain('<script>');
  });

  it('include a charge that the manual does not list, and a free show', () => {
    const charges = (id: string) => JSON.stringify(details(id)['tickets']);
    expect(charges(notable.unknownCharge)).toContain('"type":"resort_levy"');
    expect(priced().find(({ id }) => id === notable.freeOfCharge)?.tickets[0]?.prices).toMatchObject([
      { display_amount: 0 },
    ]);
  });

  it('include a very large one: 12 ticket types, 10 prices each, 7 charges per price, 8 areas', () => {
    const tickets = priced().find(({ id }) => id === notable.fat)?.tickets ?? [];
    const prices = tickets.flatMap((ticket) => ticket.prices);
    expect([tickets.length, prices.length]).toEqual([12, 120]);
    expect(prices.filter((price) => price.price_details.length !== 7)).toEqual([]);
    const ids = z
      .array(z.object({ id: z.string() }))
      .parse(details(notable.fat)['tickets'])
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(12);
    expect(AreaGroups.parse(details(notable.fat)['area_groups'])[0]?.areas).toHaveLength(8);
  });
});

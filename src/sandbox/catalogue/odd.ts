import { artists } from './artists';
import { build, withFields, withoutFields } from './build';
import type { CatalogueEvent } from './catalogue-event';
import { notable } from './notable';
import { plainShow } from './plain-show';
import { theatre } from './shapes';
import { venues, wireVenue } from './venues';

/** Adds a field that no manual knows to every object, however deep. */
function sprinkle(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sprinkle);
  }
  return typeof value === 'object' && value !== null ? sprinkleFields(value) : value;
}

function sprinkleFields(fields: object): Record<string, unknown> {
  const sprinkled = Object.entries(fields).map(([name, value]) => [name, sprinkle(value)] as const);
  return { ...Object.fromEntries(sprinkled), x_tomorrow: { since: 2031, beta: true } };
}

function extraFields(): CatalogueEvent {
  const event = build(
    plainShow(notable.extraFields, 'EOD0701E', 'Extra Fields Everywhere', { shape: theatre }),
  );
  const answer = { ...event.answer, event: sprinkleFields(event.answer.event), x_tomorrow: [1, 'two', null] };
  return { ...event, answer };
}

/** Every number as text, and the ticket's id, which should be text, as a number. */
function stringlyTyped(): CatalogueEvent {
  const event = build(plainShow(notable.stringlyTyped, 'EOD0702E', 'Stringly Typed', { priceCents: 5739 }));
  const range = { display_amount: '57.39', face_value: '57.39', fees: '0' };
  return withFields(event, {
    artists: [{ id: '730003', name: 'Ada Quill', rank: '1', single_performer_or_band: 'true' }],
    event_image: {
      height: '115',
      location: 'http://media.ticketmaster.com/dbimages/EOD0702E.jpg',
      width: '205',
    },
    facility_fee_rollup: 'false',
    price_range: { description: 'Prices subject to change', max: range, min: range },
    promoter: { id: '494', name: 'PROMOTED BY VENUE' },
    quantities: { limit: '8' },
    service_fee_rollup: 'false',
    tickets: [
      {
        description: 'Adult',
        id: 1020005,
        prices: [
          {
            amount: '57.39',
            display_amount: '57.39',
            id: '7',
            price_details: [{ amount: { amount: '57.39', currency: 'USD' }, type: 'face_value' }],
          },
        ],
        quantities: { exact: '0', limit: '8', minimum: '1', multiple: '1' },
      },
    ],
    type: { id: '0' },
    venue: {
      ...wireVenue(venues.chicago),
      id: String(venues.chicago.id),
      markets: [{ id: '3', name: 'Chicagoland' }],
    },
  });
}

/** Events that lack what every event should have. */
function incomplete(): CatalogueEvent[] {
  const noTickets = build(plainShow(notable.noTickets, 'EOD0703E', 'No Tickets Array'));
  const allNull = build(plainShow(notable.allNull, 'EOD0704E', 'All Fields Null'));
  const nulls = Object.fromEntries(Object.keys(allNull.answer.event).map((name) => [name, null]));
  const bare = build(plainShow(notable.bare, 'EOD0705E', 'Bare Bones'));
  const unsaid = { timeZone: null, seating: [] };
  return [
    // oddity: no tickets array
    { ...withoutFields(noTickets, 'tickets'), seating: [] },
    // oddity: null wherever something could stand
    { ...withFields(allNull, { ...nulls, id: notable.allNull, name: 'All Fields Null' }), ...unsaid },
    // oddity: nothing but an id and a name
    {
      ...bare,
      answer: { api_transactable: true, event: { id: notable.bare, name: 'Bare Bones' } },
      ...unsaid,
    },
    // oddity: no currency of its own; the price details still name one
    withoutFields(
      build(
        plainShow(notable.noCurrency, 'EOD0706E', 'No Currency Code', {
          venue: venues.auckland,
          starts: '2030-02-16T20:00:00+13:00',
        }),
      ),
      'currency_code',
    ),
    // oddity: no image
    withoutFields(build(plainShow(notable.noImages, 'EOD0707E', 'No Images')), 'event_image'),
  ];
}

/** Venues that are not there, or not anywhere. */
function oddVenues(): CatalogueEvent[] {
  const venue = wireVenue(venues.chicago);
  const { address } = venue.location;
  const chart = {
    height: 410,
    location: 'http://media.ticketmaster.com/en-us/tmimages/venue/maps/chi/10106s.gif',
    name: 'End Stage',
    type: 'seatingchart',
    width: 670,
  };
  return [
    // oddity: venue is null
    {
      ...withFields(build(plainShow(notable.nullVenue, 'EOD0801E', 'Null Venue')), { venue: null }),
      timeZone: null,
    },
    // oddity: a venue that does not say what time it is there
    {
      ...withFields(build(plainShow(notable.noTimeZone, 'EOD0802E', 'No Time Zone')), {
        venue: { ...venue, location: { address } },
      }),
      timeZone: null,
    },
    // oddity: a time zone that no clock knows
    {
      ...withFields(build(plainShow(notable.unknownTimeZone, 'EOD0803E', 'Live from Mars/Olympus')), {
        venue: { ...venue, location: { address, time_zone: 'Mars/Olympus' } },
      }),
      timeZone: 'Mars/Olympus',
    },
    // oddity: an image of the seating chart
    withFields(
      build(plainShow(notable.seatingChart, 'EOD0804E', 'Seating Chart Image', { shape: theatre })),
      {
        venue: { ...venue, images: [chart] },
      },
    ),
  ];
}

/** Sold elsewhere only: event details are all that there is to see. */
function notTransactable(): CatalogueEvent {
  const event = build(plainShow(notable.notTransactable, 'EOD0901E', 'Not Sold Through the API'));
  return { ...event, answer: { ...event.answer, api_transactable: false } };
}

/** Ranks that put nobody first. */
function oddRanks(): CatalogueEvent {
  const { theLongWeekends, paperLanterns, neonOrchard } = artists;
  return withFields(build(plainShow(notable.oddRanks, 'EOD0902E', 'Odd Artist Ranks')), {
    artists: [{ ...theLongWeekends, rank: -1 }, paperLanterns, { ...neonOrchard, rank: null }],
  });
}

/** Events whose details are odd in shape: fields missing, null, unheard-of or of the wrong type. */
export function oddDetails(): CatalogueEvent[] {
  return [extraFields(), stringlyTyped(), ...incomplete(), ...oddVenues(), notTransactable(), oddRanks()];
}

import { artists } from '../shows/artists';
import { buildShow, withFields, withoutFields } from '../shows/build-show';
import type { CatalogueEvent } from '../catalogue-event';
import { notable } from '../notable';
import { plainShow } from '../shows/plain-show';
import { theatre } from '../shows/shapes';
import { venues, wireVenue } from '../shows/venues';

/** Adds an unknown field to every object, at every depth. */
function addUnknownFields(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(addUnknownFields);
  }
  return typeof value === 'object' && value !== null ? addUnknownFieldsTo(value) : value;
}

function addUnknownFieldsTo(fields: object): Record<string, unknown> {
  const extended = Object.entries(fields).map(([name, value]) => [name, addUnknownFields(value)] as const);
  return { ...Object.fromEntries(extended), x_tomorrow: { since: 2031, beta: true } };
}

function extraFields(): CatalogueEvent {
  const event = buildShow(
    plainShow(notable.extraFields, 'EOD0701E', 'Extra Fields Everywhere', { shape: theatre }),
  );
  const answer = {
    ...event.answer,
    event: addUnknownFieldsTo(event.answer.event),
    x_tomorrow: [1, 'two', null],
  };
  return { ...event, answer };
}

/** Every number is text, and the ticket's id is a number. */
function stringlyTyped(): CatalogueEvent {
  const event = buildShow(
    plainShow(notable.stringlyTyped, 'EOD0702E', 'Stringly Typed', { priceCents: 5739 }),
  );
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

/** Events without fields that every event should have. */
function incomplete(): CatalogueEvent[] {
  const noTickets = buildShow(plainShow(notable.noTickets, 'EOD0703E', 'No Tickets Array'));
  const allNull = buildShow(plainShow(notable.allNull, 'EOD0704E', 'All Fields Null'));
  const nulls = Object.fromEntries(Object.keys(allNull.answer.event).map((name) => [name, null]));
  const bare = buildShow(plainShow(notable.bare, 'EOD0705E', 'Bare Bones'));
  const noPlaces = { timeZone: null, seating: [] };
  return [
    // oddity: no tickets array
    { ...withoutFields(noTickets, 'tickets'), seating: [] },
    // oddity: every field except id and name is null
    { ...withFields(allNull, { ...nulls, id: notable.allNull, name: 'All Fields Null' }), ...noPlaces },
    // oddity: no fields except id and name
    {
      ...bare,
      answer: { api_transactable: true, event: { id: notable.bare, name: 'Bare Bones' } },
      ...noPlaces,
    },
    // oddity: no currency; the price details still name one
    withoutFields(
      buildShow(
        plainShow(notable.noCurrency, 'EOD0706E', 'No Currency Code', {
          venue: venues.auckland,
          starts: '2030-02-16T20:00:00+13:00',
        }),
      ),
      'currency_code',
    ),
    // oddity: no image
    withoutFields(buildShow(plainShow(notable.noImages, 'EOD0707E', 'No Images')), 'event_image'),
  ];
}

/** Venues that are missing or incomplete. */
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
      ...withFields(buildShow(plainShow(notable.nullVenue, 'EOD0801E', 'Null Venue')), { venue: null }),
      timeZone: null,
    },
    // oddity: a venue without a time zone
    {
      ...withFields(buildShow(plainShow(notable.noTimeZone, 'EOD0802E', 'No Time Zone')), {
        venue: { ...venue, location: { address } },
      }),
      timeZone: null,
    },
    // oddity: a time zone that does not exist
    {
      ...withFields(buildShow(plainShow(notable.unknownTimeZone, 'EOD0803E', 'Live from Mars/Olympus')), {
        venue: { ...venue, location: { address, time_zone: 'Mars/Olympus' } },
      }),
      timeZone: 'Mars/Olympus',
    },
    // oddity: an image of the seating chart
    withFields(
      buildShow(plainShow(notable.seatingChart, 'EOD0804E', 'Seating Chart Image', { shape: theatre })),
      {
        venue: { ...venue, images: [chart] },
      },
    ),
  ];
}

/** Not sold through this API: only its details can be read. */
function notTransactable(): CatalogueEvent {
  const event = buildShow(plainShow(notable.notTransactable, 'EOD0901E', 'Not Sold Through the API'));
  return { ...event, answer: { ...event.answer, api_transactable: false } };
}

/** Artist ranks that put none first. */
function oddRanks(): CatalogueEvent {
  const { theLongWeekends, paperLanterns, neonOrchard } = artists;
  return withFields(buildShow(plainShow(notable.oddRanks, 'EOD0902E', 'Odd Artist Ranks')), {
    artists: [{ ...theLongWeekends, rank: -1 }, paperLanterns, { ...neonOrchard, rank: null }],
  });
}

/** Events whose details have an odd shape: fields missing, null, unknown or of the wrong type. */
export function oddDetails(): CatalogueEvent[] {
  return [extraFields(), stringlyTyped(), ...incomplete(), ...oddVenues(), notTransactable(), oddRanks()];
}

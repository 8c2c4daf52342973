import type { CatalogueEvent } from '../catalogue-event';
import type { Show } from './show';
import { quantitiesOf, wireAreas, wirePriceRange, wireTickets } from './tickets';
import { currencyOf, wireVenue } from './venues';

const SALE_ENDS_BEFORE_START_MS = 2 * 60 * 60 * 1000;

/** When ordinary shows came on sale: long enough ago that they are on sale on any date. */
const ON_SALE_SINCE = '2020-02-14T15:00:00Z';

/** A date in the manual's format: UTC, without fractions of a second. */
function wireMoment(epochMs: number) {
  return { format: 'datetime', value: new Date(epochMs).toISOString().replace('.000Z', 'Z') };
}

/** The catalogue's event for a show: on sale, transactable, with all the places of its shape. */
export function buildShow(show: Show): CatalogueEvent {
  const startsAtMs = Date.parse(show.starts);
  const { limit } = quantitiesOf(show);
  return {
    id: show.id,
    code: show.code,
    host: show.venue.host,
    answer: {
      api_transactable: true,
      event: {
        ...wireAreas(show),
        artists: show.artists.map((artist, index) => ({ ...artist, rank: index + 1 })),
        currency_code: currencyOf(show.venue),
        event_image: {
          height: 115,
          location: `http://media.ticketmaster.com/dbimages/${show.code}.jpg`,
          width: 205,
        },
        eventdate: wireMoment(startsAtMs),
        facility_fee_rollup: show.facilityFeeIncluded ?? false,
        id: show.id,
        name: show.name,
        notes: [],
        offsale: wireMoment(startsAtMs - SALE_ENDS_BEFORE_START_MS),
        onsale: { format: 'datetime', value: ON_SALE_SINCE },
        presales: [],
        price_range: wirePriceRange(show),
        promoter: { id: 494, name: 'PROMOTED BY VENUE' },
        publication: { format: 'datetime', value: '2020-01-20T18:00:00Z' },
        purchase_organization: 'TM',
        quantities: { limit: show.eventLimit ?? limit },
        service_fee_rollup: show.serviceFeeIncluded ?? false,
        statuses: [{ type: 'onsale', value: ON_SALE_SINCE }],
        tickets: wireTickets(show),
        type: { id: 0 },
        url: `http://ticketmaster.com/event/${show.id}`,
        venue: wireVenue(show.venue),
      },
    },
    timeZone: show.venue.timeZone,
    seating: show.shape.seating,
  };
}

/** The same event with some fields of its details replaced or added. */
export function withFields(event: CatalogueEvent, fields: Record<string, unknown>): CatalogueEvent {
  return { ...event, answer: { ...event.answer, event: { ...event.answer.event, ...fields } } };
}

/** The same event without some fields of its details. */
export function withoutFields(event: CatalogueEvent, ...names: string[]): CatalogueEvent {
  const kept = Object.entries(event.answer.event).filter(([name]) => !names.includes(name));
  return { ...event, answer: { ...event.answer, event: Object.fromEntries(kept) } };
}

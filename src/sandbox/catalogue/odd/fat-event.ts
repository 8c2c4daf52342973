import { artists } from '../shows/artists';
import { buildShow, withFields } from '../shows/build-show';
import type { CatalogueEvent } from '../catalogue-event';
import { notable } from '../notable';
import { plainShow } from '../shows/plain-show';
import { rows } from '../shows/seating';
import type { Shape } from '../shows/shapes';
import type { TicketType } from '../shows/show';
import { venues } from '../shows/venues';

const AREAS = 8;
const LEVELS = 10;

/** Eight stages. Each sells at three of the ten price levels. */
const festivalGround: Shape = {
  levels: Array.from({ length: LEVELS }, (_, level) => ({
    id: level,
    description: `Price Level ${level + 1}`,
    percent: 100 - 7 * level,
  })),
  areas: Array.from({ length: AREAS }, (_, area) => ({
    id: area,
    description: `Stage ${area + 1}`,
    levels: [area, area + 1, area + 2],
  })),
  seating: Array.from({ length: AREAS }, (_, area) =>
    rows(`STAGE${area + 1}`, 'ABCDEFGHJK', 20, area),
  ).flat(),
};

/** The price of each ticket type in percent of the full price. */
const percents = {
  Adult: 100,
  Child: 50,
  Teen: 65,
  Student: 75,
  Senior: 80,
  Carer: 0,
  Member: 90,
  'Member Child': 45,
  Group: 85,
  School: 40,
  Neighbour: 70,
  'Friend of the Festival': 150,
};

const ticketTypes: TicketType[] = Object.entries(percents).map(([description, percent], index) => ({
  id: `0000020${index.toString(16).toUpperCase()}0005`,
  description,
  percent,
}));

/** The largest event, for measuring: twelve ticket types at ten price levels with seven charges each. */
export function fatEvent(): CatalogueEvent {
  const show = plainShow(notable.fat, 'EFA0704E', 'Fat Festival: Everything, Everywhere, Twelve Ways', {
    venue: venues.denver,
    shape: festivalGround,
    artists: Object.values(artists),
    starts: '2033-07-02T12:00:00-06:00',
    priceCents: 19900,
    feesCents: {
      face_value_tax: 1592,
      facility: 450,
      service: 1275,
      service_tax: 102,
      service_tax2: 19,
      distance: 35,
    },
    ticketTypes,
    quantities: { limit: 20 },
  });
  return withFields(buildShow(show), {
    notes: Array.from({ length: 10 }, (_, day) => ({
      text: `Day ${day + 1}: gates open at noon, the first act is on at two, and the last tram leaves at midnight.`,
      type: 'webinfo',
    })),
  });
}

import type { Artist } from './artists';
import type { Shape } from './shapes';
import type { Venue } from './venues';

/** A kind of ticket, such as adult or child. */
export interface TicketType {
  /** Twelve hexadecimal digits; the leading zeros count. */
  id: string;
  description: string;
  /** What it costs, in percent of the full price. */
  percent: number;
}

/** How many tickets of one type may be bought at once. In `exact` and `limit`, 0 means "no rule". */
export interface Quantities {
  exact: number;
  limit: number;
  minimum: number;
  multiple: number;
}

/** What tells one show from another; whatever is left out is ordinary. */
export interface Show {
  id: string;
  /** The venue's own code, e.g. `EPT0726E`. */
  code: string;
  name: string;
  venue: Venue;
  shape: Shape;
  /** The bill, the headliner first. */
  artists: Artist[];
  /** RFC 3339 with the venue's offset, e.g. `2027-06-12T19:30:00-07:00`. */
  starts: string;
  /** The face value in cents of a full-price ticket at 100 percent of the shape's price levels. */
  priceCents: number;
  /** Fees and taxes on each ticket, by upstream's name, in cents; when left out a facility and a service fee. */
  feesCents?: Record<string, number>;
  /** Whether the displayed amount holds the facility fee; when left out it does not. */
  facilityFeeIncluded?: boolean;
  /** Whether the displayed amount holds the service fee; when left out it does not. */
  serviceFeeIncluded?: boolean;
  /** When left out, adult tickets only. */
  ticketTypes?: TicketType[];
  /** Departures from "any number from one to eight". */
  quantities?: Partial<Quantities>;
  /** The limit on all tickets together, 0 for none; when left out the limit of a ticket type. */
  eventLimit?: number;
}

/** Ticket types that many shows share. */
export const adult: TicketType = { id: '000001020005', description: 'Adult', percent: 100 };
export const child: TicketType = { id: '000001030005', description: 'Child (under 12)', percent: 50 };
export const senior: TicketType = { id: '000001040005', description: 'Senior', percent: 80 };

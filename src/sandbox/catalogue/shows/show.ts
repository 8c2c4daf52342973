import type { Artist } from './artists';
import type { Shape } from './shapes';
import type { Venue } from './venues';

/** A kind of ticket, such as adult or child. */
export interface TicketType {
  /** Twelve hexadecimal digits, including leading zeros. */
  id: string;
  description: string;
  /** Its price in percent of the full price. */
  percent: number;
}

/** How many tickets of one type may be bought at once. 0 in `exact` or `limit` means "no rule". */
export interface Quantities {
  exact: number;
  limit: number;
  minimum: number;
  multiple: number;
}

/** The properties of a show. Those with defaults may be omitted. */
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
  /** Fees and taxes per ticket, by upstream's name, in cents. @default a facility and a service fee */
  feesCents?: Record<string, number>;
  /** Whether the displayed amount includes the facility fee. @default false */
  facilityFeeIncluded?: boolean;
  /** Whether the displayed amount includes the service fee. @default false */
  serviceFeeIncluded?: boolean;
  /** @default adult tickets only */
  ticketTypes?: TicketType[];
  /** Differences from the default, one to eight tickets. */
  quantities?: Partial<Quantities>;
  /** The limit on all tickets together; 0 for none. @default the limit of a ticket type */
  eventLimit?: number;
}

/** The ticket types of most shows. */
export const adult: TicketType = { id: '000001020005', description: 'Adult', percent: 100 };
export const child: TicketType = { id: '000001030005', description: 'Child (under 12)', percent: 50 };
export const senior: TicketType = { id: '000001040005', description: 'Senior', percent: 80 };

import { countryIdOf, stateIdOf } from '../model/appendix';
import { UpstreamNonsense } from '../errors';
import type { ClosedHours } from '../model/closed-hours';
import type {
  EventAsRead,
  EventNote,
  EventStatus,
  EventStatusKind,
  PartnerEvent,
  PriceRange,
  PriceRangeEnd,
  QuantityRule,
  Ticket,
  Venue,
} from '../model/event';
import { type Money, NO_CURRENCY, money } from '../model/money';
import { chargeKind } from './charges';
import {
  type Wire,
  type WireNote,
  type WireRange,
  type WireRangeEnd,
  type WireStatus,
  type WireTicket,
  type WireVenue,
  areaGroupOf,
  artistOf,
  imageOf,
  noteOf,
  presaleOf,
  priceLevelOf,
  priceRangeOf,
  promoterOf,
  startOf,
  statusOf,
  ticketOf,
  venueOf,
} from './event-details';
import { jsonOf } from './json';
import { currencyCode, flag, list, record, text, webAddress, whole } from './plain';
import { type Seating, seatingOf } from './seating';
import { isTimeZone } from './time-zones';

/** The version of what `EventAsRead.json` returns: another where a release could not read what this one wrote. */
export const EVENT_SHAPE = 1;

/**
 * Reads event details.
 *
 * @param requestedId the id of the request, which is the event's id from here on.
 * @param closedHours when the edition has the event's host closed.
 * @throws UpstreamNonsense where there is no event in it.
 */
export function readEvent(body: Body, requestedId: string, closedHours: ClosedHours): EventAsRead {
  const { details, apiTransactable } = detailsIn(body);
  return new LazyEvent(requestedId, apiTransactable, closedHours, body.text, details);
}

interface Body {
  readonly text: string;
}

function detailsIn(body: Body): { readonly details: Wire; readonly apiTransactable: boolean } {
  const json = record(jsonOf(body));
  const details = record(json?.['event']);
  if (!details) throw new UpstreamNonsense('no event in it');
  return { details, apiTransactable: flag(json?.['api_transactable']) ?? false };
}

/** The details as parsed, and the parts that have been read from them. */
interface Parsed extends Partial<Writable<PartnerEvent>> {
  readonly details: Wire;
  seating?: Seating;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * An event that reads each of its parts when it is first used. Most responses show a few parts of an event, and many
 * events are shown once: reading all parts at once was a third of a cold read's cost, and took more memory than the JSON.
 */
class LazyEvent implements EventAsRead {
  #parsed: Parsed | null;

  /** @param text the JSON of `details`; empty once that has been parsed a second time. */
  constructor(
    readonly id: string,
    readonly apiTransactable: boolean,
    readonly closedHours: ClosedHours,
    private text: string,
    details: Wire,
  ) {
    this.#parsed = { details };
  }

  dropParsed(): void {
    if (this.text !== '') this.#parsed = null;
  }

  json(): string {
    if (this.text !== '') return this.text;
    return JSON.stringify({ api_transactable: this.apiTransactable, event: this.#details });
  }

  get #parts(): Parsed {
    if (this.#parsed) return this.#parsed;
    this.#parsed = { details: detailsIn({ text: this.text }).details };
    this.text = '';
    return this.#parsed;
  }

  get name() {
    return text(this.#details['name']);
  }
  get url() {
    return webAddress(this.#details['url']);
  }
  get startsAt() {
    return startOf(this.#details['eventdate']);
  }
  get onsaleAt() {
    return startOf(this.#details['onsale']);
  }
  get offsaleAt() {
    return startOf(this.#details['offsale']);
  }
  get publishedAt() {
    return startOf(this.#details['publication']);
  }
  get presales() {
    return (this.#parts.presales ??= list(this.#details['presales'], presaleOf));
  }
  get statuses() {
    return (this.#parts.statuses ??= list(this.#details['statuses'], statusOf).map(eventStatus));
  }
  get currency() {
    return (this.#parts.currency ??=
      currencyCode(this.#details['currency_code']) ?? chargedIn(this.#wireTickets()));
  }
  get priceRange() {
    return (this.#parts.priceRange ??= priceRange(priceRangeOf(this.#details['price_range']), this.currency));
  }
  get tickets() {
    return (this.#parts.tickets ??= this.#wireTickets().map(ticketIn(this.#seats(), this.currency)));
  }
  get ticketLimit() {
    return rule(whole(record(this.#details['quantities'])?.['limit']));
  }
  get areaGroups() {
    return this.#seats().areaGroups;
  }
  get priceLevels() {
    return this.#seats().priceLevels;
  }
  get searchCriteria() {
    return (this.#parts.searchCriteria ??= list(this.#details['criteria_groups'], text));
  }
  get artists() {
    return (this.#parts.artists ??= list(this.#details['artists'], artistOf));
  }
  get promoter() {
    return promoterOf(this.#details['promoter']);
  }
  get notes() {
    return (this.#parts.notes ??= list(this.#details['notes'], noteOf).map(eventNote));
  }
  get image() {
    return (this.#parts.image ??= imageOf(this.#details['event_image']));
  }
  get facilityFeeIncluded() {
    return flag(this.#details['facility_fee_rollup']);
  }
  get serviceFeeIncluded() {
    return flag(this.#details['service_fee_rollup']);
  }
  get purchaseOrganization() {
    return text(this.#details['purchase_organization']);
  }
  get typeId() {
    return whole(record(this.#details['type'])?.['id']);
  }
  get venue() {
    return (this.#parts.venue ??= venue(venueOf(this.#details['venue'])));
  }

  #wireTickets(): WireTicket[] {
    return list(this.#details['tickets'], ticketOf);
  }

  #seats(): Seating {
    return (this.#parts.seating ??= seatingOf(
      list(this.#details['area_groups'], areaGroupOf),
      list(this.#details['prices'], priceLevelOf),
      this.currency,
    ));
  }

  get #details(): Wire {
    return this.#parts.details;
  }
}

/** The currency of the first charge that names one. */
function chargedIn(tickets: readonly WireTicket[]): string | null {
  for (const { prices } of tickets) {
    for (const { charges } of prices) {
      const currency = charges.find((charge) => charge.currency !== null)?.currency;
      if (currency) return currency;
    }
  }
  return null;
}

const statusKinds = new Map<string, EventStatusKind>([
  ['onsale', 'ONSALE'],
  ['offsale', 'OFFSALE'],
  ['cancelled', 'CANCELLED'],
  ['canceled', 'CANCELLED'],
  ['postponed', 'POSTPONED'],
  ['rescheduled', 'RESCHEDULED'],
]);

const noteKinds = new Map<string, EventNote['kind']>([
  ['ticketlimittext', 'TICKET_LIMIT'],
  ['webinfo', 'WEB_INFO'],
]);

const eventStatus = ({ type, since }: WireStatus): EventStatus => ({
  kind: statusKinds.get(type.toLowerCase()) ?? 'UNKNOWN',
  rawKind: type,
  since,
});

const eventNote = ({ text, type }: WireNote): EventNote => ({
  kind: noteKinds.get(type?.toLowerCase() ?? '') ?? 'UNKNOWN',
  rawKind: type ?? '',
  text,
});

const amountIn = (decimal: string | null, currency: string | null): Money | null =>
  decimal === null ? null : money(decimal, currency ?? NO_CURRENCY);

const priceRange = (wire: WireRange, currency: string | null): PriceRange | null =>
  wire && {
    description: wire.description,
    min: rangeEnd(wire.min, currency),
    max: rangeEnd(wire.max, currency),
  };

const rangeEnd = (wire: WireRangeEnd, currency: string | null): PriceRangeEnd | null =>
  wire && {
    display: amountIn(wire.display, currency),
    faceValue: amountIn(wire.faceValue, currency),
    fees: amountIn(wire.fees, currency),
  };

/** Returns a reader of tickets, for an event whose seating and currency are known. */
const ticketIn =
  ({ area, levels }: Seating, stated: string | null) =>
  (wire: WireTicket): Ticket => ({
    ticketId: wire.id,
    description: wire.description,
    prices: wire.prices.map((price) => ({
      priceId: price.id,
      amount: money(price.amount, stated ?? NO_CURRENCY),
      displayAmount: money(price.displayAmount, stated ?? NO_CURRENCY),
      charges: price.charges.map(({ type, amount, currency }) => ({
        kind: chargeKind(type),
        rawKind: type,
        amount: money(amount, currency ?? stated ?? NO_CURRENCY),
        tax: null,
        quantity: null,
      })),
      level: levels.get(price.id) ?? null,
    })),
    quantities: wire.quantities && quantityRule(wire.quantities),
    areas: wire.areas.map((areaId) => area(areaId)),
  });

/** A limit, where upstream's 0 means that there is none. */
const rule = (value: number | null): number | null => (value !== null && value > 0 ? value : null);

const quantityRule = (wire: NonNullable<WireTicket['quantities']>): QuantityRule => ({
  exact: rule(wire.exact),
  minimum: rule(wire.minimum),
  multiple: rule(wire.multiple),
  limit: rule(wire.limit),
});

function venue(wire: WireVenue | null): Venue | null {
  if (!wire) return null;
  const { venueId, name, timeZone, address, markets, images } = wire;
  return {
    venueId,
    name,
    timeZone: timeZone !== null && isTimeZone(timeZone) ? timeZone : null,
    address: address && {
      line1: address.line1,
      line2: address.line2,
      city: address.city,
      postalCode: address.postalCode,
      state: (address.region !== null && stateIdOf(address.country ?? undefined, address.region)) || null,
      regionCode: address.region,
      country: (address.country !== null && countryIdOf(address.country)) || null,
      countryCode: address.country,
    },
    markets,
    images,
  };
}

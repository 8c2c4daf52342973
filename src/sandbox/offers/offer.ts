import type { CatalogueEvent } from '../catalogue/catalogue-event';
import { list, number, record, text } from '../catalogue/json-values';

/** One charge of one ticket, in integer hundredths of the currency. `type` is upstream's, such as `service_tax`. */
export interface Charge {
  type: string;
  cents: number;
}

/** A price of a ticket type. */
export interface TicketPrice {
  /** The price level's id as text; null if the event states none. */
  id: string | null;
  cents: number;
  charges: Charge[];
  /** The areas with this price level; empty if the event does not state them. */
  areas: number[];
}

/** A ticket type with its quantity rules. 0 always means "no rule". */
export interface TicketType {
  id: string;
  description: string;
  exact: number;
  minimum: number;
  multiple: number;
  limit: number;
  /** The areas that it is sold in; empty if the event does not state them. */
  areas: number[];
  prices: TicketPrice[];
}

/** What an event offers for sale. */
export interface Offer {
  currency: string;
  /** Tickets in one cart, all types together; 0: unlimited. */
  limit: number;
  tickets: TicketType[];
}

/** Reads the offer from an event's JSON, in which any field may be missing, null or of another type. */
export function readOffer({ answer: { event } }: CatalogueEvent): Offer {
  const areasByPrice = new Map(
    list(event.prices).map((level) => [text(level.id), list(level.areas).flatMap(areaId)] as const),
  );
  const tickets = list(event.tickets).map((ticket): TicketType => {
    const quantities = record(ticket.quantities);
    return {
      id: text(ticket.id) ?? '',
      description: text(ticket.description) ?? '',
      exact: number(quantities.exact) ?? 0,
      minimum: number(quantities.minimum) ?? 0,
      multiple: number(quantities.multiple) ?? 0,
      limit: number(quantities.limit) ?? 0,
      areas: list(ticket.areas).flatMap(areaId),
      prices: list(ticket.prices).map((price) => readPrice(price, areasByPrice)),
    };
  });
  return {
    currency: text(event.currency_code) ?? 'USD',
    limit: number(record(event.quantities).limit) ?? 0,
    tickets,
  };
}

function readPrice(
  price: Record<string, unknown>,
  areasByPrice: ReadonlyMap<string | null, number[]>,
): TicketPrice {
  const id = text(price.id);
  const cents = toCents(price.amount);
  const byType = new Map<string, number>();
  for (const detail of list(price.price_details)) {
    const type = text(detail.type) ?? 'unknown';
    byType.set(type, (byType.get(type) ?? 0) + toCents(record(detail.amount).amount));
  }
  // A price without details consists of its amount alone.
  if (byType.size === 0) byType.set('face_value', cents);
  return {
    id,
    cents,
    charges: Array.from(byType, ([type, cents]) => ({ type, cents })),
    areas: areasByPrice.get(id) ?? [],
  };
}

/** An amount in integer hundredths, so that sums are exact. */
export function toCents(amount: unknown): number {
  return Math.round((number(amount) ?? 0) * 100);
}

function areaId(area: Record<string, unknown>): number[] {
  const id = number(area.id);
  return id === null ? [] : [id];
}

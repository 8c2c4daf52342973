import type { CatalogueEvent, SeatBlock } from '../catalogue/catalogue-event';
import type { SeatRequest } from '../seats/seat-request';
import { refusal } from '../server/refusal';
import { readOffer, toCents, type Offer, type TicketPrice, type TicketType } from './offer';
import type { ReserveEvent } from './reserve-body';

/** One ticket type of a selection. `prices` are those that the request allows, at least one. */
interface Line {
  ticket: TicketType;
  quantity: number;
  prices: TicketPrice[];
}

/** A line with the price of its seats. */
export interface PricedLine {
  ticket: TicketType;
  quantity: number;
  price: TicketPrice;
}

/** The tickets of a reserve, checked against the event's rules. */
export interface Selection {
  event: CatalogueEvent;
  currency: string;
  /** Tickets of all types together. */
  quantity: number;
  lines: Line[];
  seatRequest: SeatRequest;
}

/**
 * Checks a request against what the event offers. With `restrictSingle` it may not leave a single seat in a row.
 * @throws Refusal 20046 for a ticket type or price that the event does not sell, 10002 for a quantity below 1 or
 * against `exact`, `minimum` or `multiple`, 10161 over the limit of a ticket type or of the event.
 */
export function select(event: CatalogueEvent, request: ReserveEvent, restrictSingle: boolean): Selection {
  const offer = readOffer(event);
  const lines = request.tickets.map(({ id, quantity, price }): Line => {
    const ticket = offer.tickets.find((ticket) => ticket.id === id);
    if (ticket === undefined) throw refusal(20046, `ticket type ${id}`);
    const prices = ticket.prices.filter(
      (candidate) =>
        (price?.id === undefined || price.id === candidate.id) &&
        (price?.amount === undefined || toCents(price.amount) === candidate.cents),
    );
    if (prices.length === 0) throw refusal(20046, `price of ticket type ${id}`);
    return { ticket, quantity, prices };
  });
  checkQuantities(offer, lines);
  return {
    event,
    currency: offer.currency,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    lines,
    seatRequest: { ...seatRequestOf(request, lines), maySingleOut: !restrictSingle },
  };
}

/** Each line with the first of its prices that applies to the seats' area. */
export function priceLines({ lines }: Selection, block: SeatBlock): PricedLine[] {
  return lines.flatMap(({ ticket, quantity, prices }) => {
    const price = prices.find(({ areas }) => includesArea(areas, block.areaId)) ?? prices[0];
    return price === undefined ? [] : [{ ticket, quantity, price }];
  });
}

/** A type named on several lines (at different prices) counts as one. */
function checkQuantities(offer: Offer, lines: Line[]): void {
  if (lines.some(({ quantity }) => quantity < 1)) throw refusal(10002, 'quantity below 1');
  const requested = new Map<TicketType, number>();
  for (const { ticket, quantity } of lines) requested.set(ticket, (requested.get(ticket) ?? 0) + quantity);
  for (const [{ id, exact, minimum, multiple }, quantity] of requested) {
    if (exact > 0 && quantity !== exact) throw refusal(10002, `exactly ${exact} of ticket type ${id}`);
    if (quantity < minimum) throw refusal(10002, `at least ${minimum} of ticket type ${id}`);
    if (multiple > 0 && quantity % multiple !== 0) {
      throw refusal(10002, `a multiple of ${multiple} of ticket type ${id}`);
    }
  }
  let total = 0;
  for (const [{ id, limit }, quantity] of requested) {
    total += quantity;
    if (limit > 0 && quantity > limit) throw refusal(10161, `at most ${limit} of ticket type ${id}`);
  }
  if (offer.limit > 0 && total > offer.limit) throw refusal(10161, `at most ${offer.limit} for this event`);
}

function seatRequestOf(request: ReserveEvent, lines: Line[]): Omit<SeatRequest, 'maySingleOut'> {
  const requestedAreas = request.areas?.map(({ id }) => Number(id));
  return {
    areaFits: (areaId) =>
      (requestedAreas === undefined || (areaId !== null && requestedAreas.includes(areaId))) &&
      lines.every(
        ({ ticket, prices }) =>
          includesArea(ticket.areas, areaId) && prices.some(({ areas }) => includesArea(areas, areaId)),
      ),
    section: request.section,
    row: request.row,
    beginSeat: request.begin_seat,
    endSeat: request.end_seat,
    places: request.places === undefined ? undefined : new Set(request.places),
    acceptBestAvailable: request.accept_best_available ?? true,
  };
}

/** Whether a list of areas includes this one. An empty list and a block without area exclude none. */
export function includesArea(areas: number[], areaId: number | null): boolean {
  return areas.length === 0 || areaId === null || areas.includes(areaId);
}

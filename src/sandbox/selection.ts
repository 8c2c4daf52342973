import { z } from 'zod';
import { refusal } from './answers';
import type { CatalogueEvent, SeatBlock } from './catalogue/catalogue';
import type { SeatWish } from './inventory';
import { readOffer, toCents, type Offer, type TicketPrice, type TicketType } from './offer';

const numericId = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
const seatNumber = z.union([z.int(), z.string()]).transform(String);

/** The body of a reserve. Optional fields may be absent but not null. */
export const reserveBody = z.object({
  cart_id: z.string().optional(),
  event: z.object({
    id: z.string(),
    tickets: z
      .array(
        z.object({
          id: z.string(),
          quantity: z.int(),
          price: z.object({ id: numericId.optional(), amount: z.number().optional() }).optional(),
        }),
      )
      .min(1),
    areas: z.array(z.object({ id: numericId })).optional(),
    places: z.array(z.string()).optional(),
    section: z.string().optional(),
    row: z.string().optional(),
    begin_seat: seatNumber.optional(),
    end_seat: seatNumber.optional(),
    accept_best_available: z.boolean().optional(),
  }),
});

/** The event's part of a reserve. */
export type ReserveEvent = z.output<typeof reserveBody>['event'];

/** One ticket type of a selection; `prices` holds those that the request allows, never none. */
interface Line {
  ticket: TicketType;
  quantity: number;
  prices: TicketPrice[];
}

/** A line with the price that its seats have. */
export interface PricedLine {
  ticket: TicketType;
  quantity: number;
  price: TicketPrice;
}

/** A reserve that the rules allow: what is wanted of which event. */
export interface Selection {
  event: CatalogueEvent;
  currency: string;
  /** Tickets of all types together. */
  quantity: number;
  lines: Line[];
  wish: SeatWish;
}

/**
 * Holds a request against what the event offers. Under `restrictSingle` it may leave no lone seat in a row.
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
    wish: { ...seatWish(request, lines), maySingleOut: !restrictSingle },
  };
}

/** Each line with the first of its prices that the seats' area has. */
export function priced({ lines }: Selection, block: SeatBlock): PricedLine[] {
  return lines.flatMap(({ ticket, quantity, prices }) => {
    const price = prices.find(({ areas }) => holds(areas, block.areaId)) ?? prices[0];
    return price === undefined ? [] : [{ ticket, quantity, price }];
  });
}

/** A type named on several lines (at different prices) is counted as one. */
function checkQuantities(offer: Offer, lines: Line[]): void {
  if (lines.some(({ quantity }) => quantity < 1)) throw refusal(10002, 'quantity below 1');
  const wanted = new Map<TicketType, number>();
  for (const { ticket, quantity } of lines) wanted.set(ticket, (wanted.get(ticket) ?? 0) + quantity);
  for (const [{ id, exact, minimum, multiple }, quantity] of wanted) {
    if (exact > 0 && quantity !== exact) throw refusal(10002, `ticket type ${id} is sold ${exact} at a time`);
    if (quantity < minimum) throw refusal(10002, `at least ${minimum} of ticket type ${id}`);
    if (multiple > 0 && quantity % multiple !== 0)
      throw refusal(10002, `ticket type ${id} by the ${multiple}`);
  }
  let total = 0;
  for (const [{ id, limit }, quantity] of wanted) {
    total += quantity;
    if (limit > 0 && quantity > limit) throw refusal(10161, `at most ${limit} of ticket type ${id}`);
  }
  if (offer.limit > 0 && total > offer.limit) throw refusal(10161, `at most ${offer.limit} for this event`);
}

function seatWish(request: ReserveEvent, lines: Line[]): Omit<SeatWish, 'maySingleOut'> {
  const asked = request.areas?.map(({ id }) => Number(id));
  return {
    areaFits: (areaId) =>
      (asked === undefined || (areaId !== null && asked.includes(areaId))) &&
      lines.every(
        ({ ticket, prices }) =>
          holds(ticket.areas, areaId) && prices.some(({ areas }) => holds(areas, areaId)),
      ),
    section: request.section,
    row: request.row,
    beginSeat: request.begin_seat,
    endSeat: request.end_seat,
    places: request.places === undefined ? undefined : new Set(request.places),
    acceptBestAvailable: request.accept_best_available ?? true,
  };
}

/** Whether a list of areas holds this one. A list that the event left out, and a block without area, exclude none. */
export function holds(areas: number[], areaId: number | null): boolean {
  return areas.length === 0 || areaId === null || areas.includes(areaId);
}

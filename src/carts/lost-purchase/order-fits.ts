import { type CartItem, isOfSeats } from '../../partner-api/model/cart';
import type { Order, OrderTicket, UnredeemedOrder } from '../../partner-api/model/order';
import type { CartRecord, UnconfirmedCart } from '../lifecycle/record';

/*
 * Whether an order is that of a purchase whose answer was lost. The reference proves it, since no other purchase ever
 * had it. Everything else that upstream states must agree; missing values are ignored.
 */

/** How far upstream's clock, and the time zone of its times, may be off. An older order is of another purchase. */
const TIME_MARGIN_MS = 24 * 60 * 60_000;
/** Amounts that differ by less are equal. */
const HALF_A_CENT = 0.005;

/**
 * Whether an entry of the list of unredeemed orders is the order of this cart.
 *
 * @param createdAtMs the time of day at which the cart was created, in milliseconds since the epoch.
 */
export function isOrderOf(record: UnconfirmedCart, createdAtMs: number, listed: UnredeemedOrder): boolean {
  const { reference } = record;
  return (
    reference.isUnique &&
    listed.sourceAccountId === reference.text &&
    isSameEvent(listed.eventId, record.eventId) &&
    (listed.purchasedAt === null || Date.parse(listed.purchasedAt) >= createdAtMs - TIME_MARGIN_MS)
  );
}

/** Whether an order, read whole, holds what the cart held: event, number of tickets, seats and face value. */
export function holdsSameTickets({ eventId, contents }: CartRecord, { tickets, voided }: Order): boolean {
  const items = (contents?.items ?? []).filter(isOfSeats);
  // Upstream may have listed no items in its last answer about the cart.
  const isListed = items.length > 0;
  const wanted = isListed ? sumOf(items.map(({ quantity }) => quantity)) : null;
  const merchandise = contents?.totals?.merchandise ?? null;
  const faceValue = sumOf(tickets.map((ticket) => ticket.faceValue && Number(ticket.faceValue.amount)));
  return (
    voided !== true &&
    (wanted === null || tickets.length === wanted) &&
    tickets.every(
      (ticket) =>
        isSameEvent(ticket.eventId, eventId) && (!isListed || items.some((item) => isSeatOf(item, ticket))),
    ) &&
    (merchandise === null ||
      faceValue === null ||
      Math.abs(faceValue - Number(merchandise.amount)) < HALF_A_CENT)
  );
}

/** Events have ids of two lengths, old and universal, and upstream may return either. The two cannot be compared. */
const isSameEvent = (stated: string | null, eventId: string): boolean =>
  stated === null || stated === eventId || stated.length !== eventId.length;

/** Whether two values from upstream may be the same: equal, or one of them missing. */
const agree = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other;

/** The sum. Null if a part of it is not known. */
const sumOf = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>((sum, value) => (sum === null || value === null ? null : sum + value), 0);

function isSeatOf({ section, row, firstSeat, lastSeat }: CartItem, ticket: OrderTicket): boolean {
  if (!agree(section, ticket.section) || !agree(row, ticket.row)) return false;
  const [first, last, seat] = [firstSeat, lastSeat, ticket.seat].map(Number);
  // Only seats whose names are whole numbers have an order.
  if (!isWhole(first) || !isWhole(last) || !isWhole(seat)) return true;
  return seat >= Math.min(first, last) && seat <= Math.max(first, last);
}

/** Whether a number is the name of a seat: missing texts read as 0. */
const isWhole = (value: number | undefined): value is number => Number.isInteger(value) && value !== 0;

import type { Seats } from './inventory';
import type { PriceDetail } from './offer';
import type { PricedLine } from './selection';

/** Sums in integer hundredths. */
interface Totals {
  merchandise: number;
  fee: number;
  tax: number;
}

/** The seats and prices of a cart that holds tickets of one event. */
export interface CartContents {
  eventId: string;
  currency: string;
  seats: Seats;
  lines: PricedLine[];
}

/**
 * The body that answers a reserve: the manual's cart, one item with all its ticket types, since they sit together.
 * General admission has no row and no seat numbers. `holdSeconds` is what is left of the hold.
 */
export function cartBody(
  cartId: string,
  { eventId, currency, seats, lines }: CartContents,
  holdSeconds: number,
) {
  const { block, positions } = seats;
  const seat = (index: number) =>
    block.generalAdmission ? '' : (block.seats[positions.at(index) ?? -1] ?? '');
  const totals = sum(lines);
  const money = {
    fee: amount(totals.fee),
    grand: amount(totals.merchandise + totals.fee + totals.tax),
    merchandise: amount(totals.merchandise),
    tax: amount(totals.tax),
  };
  return {
    cart_id: cartId,
    cart: {
      hold_time: holdSeconds,
      items: [
        {
          end_seat_number: seat(-1),
          event_id: eventId,
          num_seats: positions.length,
          row: block.row,
          section: block.section,
          start_seat_number: seat(0),
          tickets: lines.map(ticketBody),
          totals: { currency_code: currency, ...money },
        },
      ],
      totals: { delivery: 0, ...money, unpaid: money.grand, upsell: 0 },
    },
  };
}

/** Prices are of one ticket. Taxes are charges of their own (`face_value_tax`, …), so `tax` stays 0. */
function ticketBody({ ticket, quantity, price }: PricedLine) {
  return {
    charges: price.details.map(({ type, cents }) => ({ price: amount(cents), quantity, tax: 0, type })),
    description: ticket.description,
    id: ticket.id,
    quantity,
  };
}

/** Every charge counts: the face value as merchandise, `…_tax` and `…_tax2` as tax, anything else as a fee. */
function sum(lines: PricedLine[]): Totals {
  const totals: Totals = { merchandise: 0, fee: 0, tax: 0 };
  for (const { price, quantity } of lines) {
    for (const detail of price.details) totals[kind(detail)] += detail.cents * quantity;
  }
  return totals;
}

function kind({ type }: PriceDetail): keyof Totals {
  if (type === 'face_value') return 'merchandise';
  return /_tax\d*$/.test(type) ? 'tax' : 'fee';
}

/** Hundredths as the JSON number that prints exactly: 5739 as 57.39. */
function amount(cents: number): number {
  return cents / 100;
}

import { json } from './answers';
import type { CartContents, Holding, Payment } from './holding';
import type { Outcome } from './polling';
import { amount, grandCents, sum, unpaidCents } from './pricing';
import type { PricedLine } from './selection';

/** Answers with the cart as it is now; only its hold time is that of the moment when the answer is read. */
export function cartOutcome(cartId: string, holding: Holding): Outcome {
  const cart = cartBody(holding);
  const { expiresMs } = holding;
  return (readMs) => {
    const holdSeconds = Math.max(0, Math.floor((expiresMs - readMs) / 1000));
    return json(200, { cart_id: cartId, cart: { hold_time: holdSeconds, ...cart } });
  };
}

/** The manual's cart without its hold time; `payments` only where there is one. */
function cartBody(holding: Holding) {
  const { contents, delivery, payment } = holding;
  return {
    items: [itemBody(contents)],
    ...(payment === null ? {} : { payments: [paymentBody(payment)] }),
    totals: {
      ...ticketMoney(contents.lines),
      delivery: amount(delivery?.feeCents ?? 0),
      grand: amount(grandCents(holding)),
      unpaid: amount(unpaidCents(holding)),
      upsell: 0,
    },
  };
}

/**
 * One item with all ticket types, since they sit together. General admission has no row and no seat numbers.
 */
function itemBody({ eventId, currency, seats, lines }: CartContents) {
  const { block, positions } = seats;
  const seat = (index: number) =>
    block.generalAdmission ? '' : (block.seats[positions.at(index) ?? -1] ?? '');
  return {
    end_seat_number: seat(-1),
    event_id: eventId,
    num_seats: positions.length,
    row: block.row,
    section: block.section,
    start_seat_number: seat(0),
    tickets: lines.map(ticketBody),
    totals: { currency_code: currency, ...ticketMoney(lines) },
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

function ticketMoney(lines: readonly PricedLine[]) {
  const { merchandise, fee, tax } = sum(lines);
  return {
    fee: amount(fee),
    grand: amount(merchandise + fee + tax),
    merchandise: amount(merchandise),
    tax: amount(tax),
  };
}

function paymentBody({ type, cents, card }: Payment) {
  if (card === null) return { type, amount: amount(cents) };
  const { lastFour, issuer, expireMonth, expireYear } = card;
  return {
    type,
    amount: amount(cents),
    last_four: lastFour,
    issuer,
    expire_month: expireMonth,
    expire_year: expireYear,
  };
}

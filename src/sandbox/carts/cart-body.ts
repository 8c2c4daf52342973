import type { EditionRules } from '../editions';
import { amount, chargeTotals } from '../offers/charges';
import type { PricedLine } from '../offers/selection';
import type { Outcome } from '../polling/operation';
import { json } from '../server/reply';
import { grandCents, unpaidCents, type CartContents, type Holding, type Payment } from './holding';

/** Returns the cart as it is now. Only its hold time is computed when the outcome is read. */
export function cartOutcome(cartId: string, holding: Holding, edition: EditionRules): Outcome {
  const cart = cartBody(holding, edition);
  const { expiresMs } = holding;
  return (readMs) => {
    const holdSeconds = Math.max(0, Math.floor((expiresMs - readMs) / 1000));
    return json(200, { cart_id: cartId, cart: { hold_time: holdSeconds, ...cart } });
  };
}

/** The manual's cart without its hold time. `payments` is present only after a payment. */
function cartBody(holding: Holding, { statesItemKinds }: EditionRules) {
  const { contents, delivery, payment } = holding;
  return {
    items: statesItemKinds ? itemsByKind(holding) : [itemBody(contents)],
    ...(payment === null ? {} : { payments: [paymentBody(payment)] }),
    totals: {
      ...ticketTotals(contents.lines),
      delivery: amount(delivery?.feeCents ?? 0),
      grand: amount(grandCents(holding)),
      unpaid: amount(unpaidCents(holding)),
      upsell: 0,
    },
  };
}

/** The tickets, and as items of their own the delivery that was chosen and the processing, which costs nothing. */
function itemsByKind({ contents, delivery }: Holding) {
  const { eventId: event_id, currency, seats } = contents;
  const other = (id: number, type: string, cents: number) => ({
    id,
    type,
    event_id,
    tickets: [],
    totals: {
      currency_code: currency,
      delivery: amount(cents),
      fee: 0,
      grand: amount(cents),
      merchandise: 0,
      tax: 0,
    },
  });
  return [
    { id: 1, type: 'ticket', is_ga: seats.block.generalAdmission, ...itemBody(contents) },
    ...(delivery === null ? [] : [other(2, 'delivery', delivery.feeCents)]),
    other(3, 'processing', 0),
  ];
}

/** One item with all ticket types, since their seats are adjacent. General admission has no row and no seat numbers. */
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
    totals: { currency_code: currency, ...ticketTotals(lines) },
  };
}

/** Prices are per ticket. Taxes are charges of their own (`face_value_tax`, …), so `tax` stays 0. */
function ticketBody({ ticket, quantity, price }: PricedLine) {
  return {
    charges: price.charges.map(({ type, cents }) => ({ price: amount(cents), quantity, tax: 0, type })),
    description: ticket.description,
    id: ticket.id,
    quantity,
  };
}

function ticketTotals(lines: readonly PricedLine[]) {
  const { merchandise, fee, tax } = chargeTotals(lines);
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

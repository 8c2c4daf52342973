import { z } from 'zod';

import type { CartItemKind, CartPayment, CartTotals, PartnerCart } from '../model/cart';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../model/money';
import { chargeKind } from './charges';
import { decimal, flag, id, listOf, maybe, seconds, text, whole } from './tolerant';

const totals = z.object({
  currency_code: maybe(z.string().regex(/^[A-Z]{3}$/)),
  merchandise: maybe(decimal),
  fee: maybe(decimal),
  tax: maybe(decimal),
  delivery: maybe(decimal),
  grand: maybe(decimal),
  unpaid: maybe(decimal),
});

const item = z.object({
  type: maybe(text),
  is_ga: maybe(flag),
  section: maybe(id),
  row: maybe(id),
  start_seat_number: maybe(id),
  end_seat_number: maybe(id),
  num_seats: maybe(whole),
  tickets: listOf(
    z.object({
      id: maybe(id),
      description: maybe(text),
      quantity: maybe(whole),
      charges: listOf(z.object({ type: text, price: decimal, tax: maybe(decimal), quantity: maybe(whole) })),
    }),
  ),
  totals: maybe(totals),
});

const payment = z.object({
  type: maybe(text),
  amount: maybe(decimal),
  issuer: maybe(text),
  last_four: maybe(id),
  expire_month: maybe(whole),
  expire_year: maybe(whole),
});

const cartAnswer = z.object({
  cart_id: maybe(id),
  cart: z.object({
    hold_time: maybe(seconds),
    items: listOf(item),
    totals: maybe(totals),
    payments: listOf(payment),
  }),
});

const paymentKinds = new Map<string, CartPayment['kind']>([
  ['CC', 'CARD'],
  ['INVOICE', 'INVOICE'],
  ['APPLE_PAY', 'APPLE_PAY'],
  ['GOOGLE_WALLET', 'GOOGLE_WALLET'],
  ['WALLET', 'WALLET'],
]);

const itemKinds = new Map<string, CartItemKind>([
  ['ticket', 'TICKETS'],
  ['delivery', 'DELIVERY'],
  ['processing', 'PROCESSING'],
]);

/** Edition 2015 states no kind: all its items are tickets. */
const itemKind = (type: string | null): CartItemKind =>
  type === null ? 'TICKETS' : (itemKinds.get(type.toLowerCase()) ?? 'UNKNOWN');

/**
 * Reads a cart from the response to a reserve or to a later call (the manual's samples: `cart_id` beside `cart`).
 *
 * @param eventCurrency the event's currency: a cart's totals mostly name none.
 * @throws UpstreamNonsense where there is no cart in it.
 */
export function readCart(
  json: unknown,
  eventCurrency: string | null,
): { cartId: string | null; cart: PartnerCart } {
  const read = cartAnswer.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no cart in it');
  const { cart_id: cartId, cart } = read.data;
  const currency =
    cart.totals?.currency_code ??
    cart.items.map((i) => i.totals?.currency_code ?? null).find((code) => code !== null) ??
    eventCurrency ??
    NO_CURRENCY;
  const inCurrency = (amount: string | null) => (amount === null ? null : money(amount, currency));
  const totalsOf = (wire: z.infer<typeof totals> | null): CartTotals | null =>
    wire && {
      merchandise: inCurrency(wire.merchandise),
      fees: inCurrency(wire.fee),
      tax: inCurrency(wire.tax),
      delivery: inCurrency(wire.delivery),
      grand: inCurrency(wire.grand),
      unpaid: inCurrency(wire.unpaid),
    };
  return {
    cartId,
    cart: {
      holdSeconds: cart.hold_time,
      items: cart.items.map((wire) => ({
        kind: itemKind(wire.type),
        rawKind: wire.type,
        section: wire.section,
        row: wire.row,
        firstSeat: wire.start_seat_number,
        lastSeat: wire.end_seat_number,
        quantity: wire.num_seats,
        generalAdmission: isGeneralAdmission(wire),
        tickets: wire.tickets.map((ticket) => ({
          ticketId: ticket.id,
          description: ticket.description,
          quantity: ticket.quantity,
          charges: ticket.charges.map((charge) => ({
            kind: chargeKind(charge.type),
            rawKind: charge.type,
            amount: money(charge.price, currency),
            tax: inCurrency(charge.tax),
            quantity: charge.quantity,
          })),
        })),
        totals: totalsOf(wire.totals),
      })),
      totals: totalsOf(cart.totals),
      payments: cart.payments.map((wire) => ({
        kind: paymentKinds.get(wire.type?.toUpperCase() ?? '') ?? 'UNKNOWN',
        rawKind: wire.type ?? '',
        amount: inCurrency(wire.amount),
        issuer: wire.issuer,
        // Never more than four digits of a card, whatever upstream sends.
        lastFour: wire.last_four?.slice(-4) ?? null,
        expiryMonth: wire.expire_month,
        expiryYear: wire.expire_year,
      })),
    },
  };
}

/** Whether an item is of tickets without a place: as upstream states it, or else where it names no place. */
function isGeneralAdmission({
  type,
  is_ga: isStated,
  row,
  start_seat_number: seat,
}: z.infer<typeof item>): boolean {
  if (itemKind(type) === 'DELIVERY' || itemKind(type) === 'PROCESSING') return false;
  return isStated ?? (row === null && seat === null);
}

const session = z.object({ cart_id: id });

/**
 * Reads the id of a cart session.
 *
 * @throws UpstreamNonsense where there is none in it.
 */
export function readCartId(json: unknown): string {
  const read = session.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no cart id in it');
  return read.data.cart_id;
}

import { z } from 'zod';

import type { CartPayment, CartTotals, PartnerCart, Polling } from '../cart';
import { UpstreamNonsense } from '../errors';
import { NO_CURRENCY, money } from '../money';
import { chargeKind } from './charges';
import { decimal, id, listOf, maybe, seconds, text, whole } from './tolerant';

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
  section: maybe(text),
  row: maybe(text),
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
  cart_id: maybe(text),
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
]);

/**
 * A cart as reserve and its successors answer it (`samples` of the manual: `cart_id` beside `cart`).
 *
 * @param eventCurrency the event's currency: a cart's own totals name none.
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
        section: wire.section,
        row: wire.row,
        firstSeat: wire.start_seat_number,
        lastSeat: wire.end_seat_number,
        quantity: wire.num_seats,
        generalAdmission: wire.row === null && wire.start_seat_number === null,
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
        // Four digits and no more, whatever upstream sends.
        lastFour: wire.last_four?.slice(-4) ?? null,
        expiryMonth: wire.expire_month,
        expiryYear: wire.expire_year,
      })),
    },
  };
}

const session = z.object({ cart_id: text });

/**
 * The id of a cart session.
 *
 * @throws UpstreamNonsense where there is none in it.
 */
export function readCartId(json: unknown): string {
  const read = session.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no cart id in it');
  return read.data.cart_id;
}

/** What the manual's example waits; used where upstream forgets to say. */
const USUAL_WAIT_SECONDS = 4;

const polling = z.object({ polling_url: text, wait: maybe(seconds), cart_id: maybe(text) });

/**
 * A 202: where to poll, and how long to wait first.
 *
 * @throws UpstreamNonsense where it names no address.
 */
export function readPolling(json: unknown): Polling {
  const read = polling.safeParse(json);
  if (!read.success) throw new UpstreamNonsense('no polling address in it');
  const { polling_url: url, wait } = read.data;
  const waitMs = (wait ?? USUAL_WAIT_SECONDS) * 1000;
  return { kind: 'polling', url, waitMs, cartId: read.data.cart_id ?? cartIdIn(url) };
}

/** The edition of 2015 tells the cart's id in the polling address alone: `…?apikey=KEY&cart_id=…`. */
function cartIdIn(pollingUrl: string): string | null {
  const found = /[?&]cart_id=([^&#]+)/.exec(pollingUrl)?.[1];
  try {
    return found === undefined ? null : decodeURIComponent(found);
  } catch {
    return null;
  }
}

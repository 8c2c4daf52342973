import { z } from 'zod';
import { json, refusal } from './answers';
import type { Call } from './call';
import { acceptCard, cardBody } from './card';
import { cartOutcome } from './cart-body';
import { heldBy, idleCart } from './idle-cart';
import { grandCents } from './pricing';
import type { Handler } from './rooms';

/** The countries of the manual's appendix: United States, Canada, Australia, Mexico, New Zealand. */
const COUNTRY_IDS = [840, 124, 36, 484, 554];

const required = z.string().trim().min(1);
const buyer = {
  first_name: required,
  last_name: required,
  home_phone: z.string().optional(),
  email_address: z.string().regex(/^\S+@\S+$/),
  address: z.object({
    line1: required,
    line2: z.string().optional(),
    unit: z.string().optional(),
    city: required,
    country: z.object({ id: z.int().refine((id) => COUNTRY_IDS.includes(id)) }),
    region: z.object({ abbrev: z.string() }).optional(),
    postal_code: required,
  }),
  amount: z.string(),
};
const invoiceNumber = z.union([z.int(), z.string().regex(/^\d+$/)]);
const paymentBody = z.object({
  cart_id: z.string(),
  payment: z.discriminatedUnion('type', [
    z.object({ ...buyer, type: z.literal('CC'), card: cardBody }),
    z.object({ ...buyer, type: z.literal('INVOICE'), reference: invoiceNumber }),
  ]),
});

/** "Card certificate": what to encrypt card data under. Never polls. */
export const certificate: Handler = (call, rooms, nowMs) => {
  idleCart(call, rooms, nowMs);
  return json(200, rooms.certificates.current(nowMs));
};

/** "Card certificate and payment": pays all of a cart at once, in place of any payment before. Never polls. */
export const payment: Handler = (call, rooms, nowMs) => {
  if (hasPlainCard(call)) {
    rooms.observations.violation('plainCardNumber', 'a card number or security code that is not encrypted');
    throw refusal(20122, 'card data must be encrypted');
  }
  const body = paymentBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const paid = body.data.payment;
  const cart = idleCart(call, rooms, nowMs);
  const holding = heldBy(cart);
  const cents = grandCents(holding);
  if (paid.amount !== (cents / 100).toFixed(2)) throw refusal(10002, 'amount is not the total');
  holding.payment = {
    type: paid.type,
    cents,
    emailAddress: paid.email_address,
    card: paid.type === 'CC' ? acceptCard(paid.card, rooms.certificates, nowMs) : null,
  };
  return cartOutcome(cart.id, holding)(nowMs);
};

const plain = z.union([z.number(), z.string().regex(/^[\d\s-]+$/)]);
const plainCardBody = z.object({
  payment: z.object({ card: z.union([z.object({ number: plain }), z.object({ cin: plain })]) }),
});

/** Whether a card's digits lie open, whatever else is wrong with the call. */
function hasPlainCard(call: Call): boolean {
  return plainCardBody.safeParse(call.json).success;
}

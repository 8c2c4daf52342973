import { z } from 'zod';
import { grandCents, type PaymentType } from '../carts/holding';
import { holdingOf, usableCart } from '../carts/usable-cart';
import type { Call } from '../server/call';
import { refusal } from '../server/refusal';
import { json, type Reply } from '../server/reply';
import type { Handler, Services } from '../services';
import { acceptCard, cardBody } from './card';
import { acceptWallet, bundleBody, walletTokenBody } from './wallet';

/** The countries of the manual's appendix, as its two editions write them. */
const COUNTRY_IDS = [840, 124, 36, 484, 554];
const COUNTRY_CODES = ['US', 'CA', 'AU', 'MX', 'NZ'];

const required = z.string().trim().min(1);
const buyerIn = <Country extends z.ZodType>(country: Country) => ({
  first_name: required,
  last_name: required,
  home_phone: z.string().optional(),
  email_address: z.string().regex(/^\S+@\S+$/),
  address: z.object({
    line1: required,
    line2: z.string().optional(),
    unit: z.string().optional(),
    city: required,
    country,
    region: z.object({ abbrev: z.string() }).optional(),
    postal_code: required,
  }),
  amount: z.string(),
});
const invoiceNumber = z.union([z.int(), z.string().regex(/^\d+$/)]);

const buyer2015 = buyerIn(z.object({ id: z.int().refine((id) => COUNTRY_IDS.includes(id)) }));
const buyer2018 = buyerIn(z.object({ code: z.enum(COUNTRY_CODES) }));
const payment2015 = z.discriminatedUnion('type', [
  z.object({ ...buyer2015, type: z.literal('CC'), card: cardBody }),
  z.object({ ...buyer2015, type: z.literal('INVOICE'), reference: invoiceNumber }),
]);
const payment2018 = z.discriminatedUnion('type', [
  z.object({ ...buyer2018, type: z.literal('CC'), card: cardBody }),
  z.object({ ...buyer2018, type: z.literal('INVOICE'), reference: invoiceNumber }),
  z.object({ ...buyer2018, type: z.enum(['APPLE_PAY', 'GOOGLE_WALLET']), card: bundleBody }),
  z.object({ ...buyer2018, type: z.literal('WALLET'), card: walletTokenBody }),
]);

/** What the two have in common. */
interface RequestedPayment {
  type: PaymentType;
  amount: string;
  email_address: string;
}

/** "Card certificate": the certificate to encrypt card data with. Never polls. */
export const certificate: Handler = (call, services, nowMs) => {
  usableCart(call.query.get('cart_id'), call, services, nowMs);
  return json(200, services.certificates.current(nowMs));
};

/** "Card certificate" in edition 2018: without a cart. */
export const certificateForAll: Handler = (_call, { certificates }, nowMs) =>
  json(200, certificates.current(nowMs));

/** "Card certificate and payment" in edition 2015. */
export const payment: Handler = (call, services, nowMs) => {
  const { cart_id: cartId, payment: requested } = bodyOf(call, payment2015, services);
  return pay(call, services, nowMs, cartId, requested, () =>
    requested.type === 'CC' ? acceptCard(requested.card, services.certificates, nowMs) : null,
  );
};

/** "Card certificate and payment" in edition 2018: also by wallet. */
export const paymentSince2018: Handler = (call, services, nowMs) => {
  const { cart_id: cartId, payment: requested } = bodyOf(call, payment2018, services);
  return pay(call, services, nowMs, cartId, requested, () => {
    switch (requested.type) {
      case 'CC':
        return acceptCard(requested.card, services.certificates, nowMs);
      case 'INVOICE':
        return null;
      default:
        return acceptWallet(requested.card);
    }
  });
};

/**
 * The body of a payment.
 * @throws Refusal 20122 for a card number in the clear, which is a violation too; 10002 for what is no payment.
 */
function bodyOf<Payment extends z.ZodType>(call: Call, payment: Payment, { observations }: Services) {
  if (hasPlainCard(call)) {
    observations.violation('plainCardNumber', 'a card number or security code that is not encrypted');
    throw refusal(20122, 'card data must be encrypted');
  }
  const body = z.object({ cart_id: z.string(), payment }).safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  return body.data;
}

/**
 * Pays all of a cart at once and replaces any earlier payment. Never polls. `accept` returns what the cart keeps of a card,
 * or throws the refusal of the payment.
 */
function pay(
  call: Call,
  services: Services,
  nowMs: number,
  cartId: string,
  requested: RequestedPayment,
  accept: () => ReturnType<typeof acceptCard> | null,
): Reply {
  const cart = usableCart(cartId, call, services, nowMs);
  const holding = holdingOf(cart);
  const cents = grandCents(holding);
  if (requested.amount !== (cents / 100).toFixed(2)) throw refusal(10002, 'amount is not the total');
  const card = accept();
  holding.payment = { type: requested.type, cents, emailAddress: requested.email_address, card };
  return services.carts.outcomeOf(cart, holding)(nowMs);
}

const plain = z.union([z.number(), z.string().regex(/^[\d\s-]+$/)]);
const plainCardBody = z.object({
  payment: z.object({ card: z.union([z.object({ number: plain }), z.object({ cin: plain })]) }),
});

/** Whether a card number or security code is not encrypted, whatever else is wrong with the call. */
function hasPlainCard(call: Call): boolean {
  return plainCardBody.safeParse(call.json).success;
}

import type { DeliveryOption } from '../checkout/delivery';
import type { PricedLine } from '../offers/selection';
import { chargeTotals } from '../offers/charges';
import type { Seats } from '../seats/inventory';

/** The seats and prices of a cart, all of one event. */
export interface CartContents {
  eventId: string;
  currency: string;
  seats: Seats;
  lines: PricedLine[];
}

/** Upstream's words for how a cart is paid. Edition 2015 has the first two. */
export type PaymentType = 'CC' | 'INVOICE' | 'APPLE_PAY' | 'GOOGLE_WALLET' | 'WALLET';

/** A payment as the cart keeps it. Of a card it keeps only the last four digits, the issuer and the expiry. */
export interface Payment {
  type: PaymentType;
  cents: number;
  emailAddress: string;
  card: { lastFour: string; issuer: string; expireMonth: number; expireYear: number } | null;
}

/** The seats that a cart holds until `expiresMs`, and how far its checkout has come. */
export interface Holding {
  contents: CartContents;
  /** Null until it is chosen. */
  delivery: DeliveryOption | null;
  payment: Payment | null;
  expiresMs: number;
}

/** The total of a cart with its delivery, in hundredths of the currency. */
export function grandCents({ contents, delivery }: Holding): number {
  const { merchandise, fee, tax } = chargeTotals(contents.lines);
  return merchandise + fee + tax + (delivery?.feeCents ?? 0);
}

/** The unpaid part of a cart's total, in hundredths of the currency. */
export function unpaidCents(holding: Holding): number {
  return grandCents(holding) - (holding.payment?.cents ?? 0);
}

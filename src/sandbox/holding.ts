import type { DeliveryOption } from './delivery';
import type { Seats } from './inventory';
import type { PricedLine } from './selection';

/** The seats and prices of a cart that holds tickets of one event. */
export interface CartContents {
  eventId: string;
  currency: string;
  seats: Seats;
  lines: PricedLine[];
}

/** What is kept of a payment. Of a card that is its last four digits, its issuer and its expiry. */
export interface Payment {
  type: 'CC' | 'INVOICE';
  cents: number;
  emailAddress: string;
  card: { lastFour: string; issuer: string; expireMonth: number; expireYear: number } | null;
}

/** Seats held by a cart until `expiresMs`, and how far the shopper has come with them. */
export interface Holding {
  contents: CartContents;
  /** Null until it is chosen. */
  delivery: DeliveryOption | null;
  payment: Payment | null;
  expiresMs: number;
}

import type { Charge } from './event';
import type { Money } from './money';

/** What a cart holds, as upstream last told it. Plain data: it is written to the ledger as it stands. */
export interface PartnerCart {
  /** How long the seats are held from the moment of the answer; null where upstream does not say. */
  readonly holdSeconds: number | null;
  readonly items: readonly CartItem[];
  readonly totals: CartTotals | null;
  readonly payments: readonly CartPayment[];
}

/** What a cart is paid with, as far as upstream tells it again. */
export interface CartPayment {
  readonly kind: 'CARD' | 'INVOICE' | 'UNKNOWN';
  readonly rawKind: string;
  readonly amount: Money | null;
  readonly issuer: string | null;
  readonly lastFour: string | null;
  readonly expiryMonth: number | null;
  readonly expiryYear: number | null;
}

/** A way in which the tickets can reach the shopper. */
export interface ShippingOption {
  readonly id: string;
  readonly carrier: string | null;
  readonly serviceLevel: string | null;
  readonly requiresAddress: boolean;
  readonly fee: Money | null;
  readonly total: Money | null;
}

/** What upstream tells of a purchase; all but the total null where it was confirmed by an order look-up. */
export interface Receipt {
  readonly orderToken: string | null;
  readonly orderNumber: string | null;
  readonly redemptionUrl: string | null;
  readonly appUrl: string | null;
  readonly grandTotal: Money | null;
}

/** A certificate under which a page encrypts a card. */
export interface PaymentCertificate {
  readonly id: string;
  readonly pem: string;
}

export interface CartItem {
  readonly section: string | null;
  readonly row: string | null;
  readonly firstSeat: string | null;
  readonly lastSeat: string | null;
  readonly quantity: number | null;
  /** No row and no seat: a place to stand. */
  readonly generalAdmission: boolean;
  readonly tickets: readonly CartTicket[];
  readonly totals: CartTotals | null;
}

export interface CartTicket {
  readonly ticketId: string | null;
  readonly description: string | null;
  readonly quantity: number | null;
  readonly charges: readonly Charge[];
}

export interface CartTotals {
  readonly merchandise: Money | null;
  readonly fees: Money | null;
  readonly tax: Money | null;
  readonly delivery: Money | null;
  readonly grand: Money | null;
  readonly unpaid: Money | null;
}

/** "Poll this address in `waitMs`": 202, which any call marked "may poll" may answer. */
export interface Polling {
  readonly kind: 'polling';
  /** A secret: it carries the API key. Null where it may not be followed, since it leads out of the API. */
  readonly url: string | null;
  /** A minimum. */
  readonly waitMs: number;
  /** The cart the poll is about, where the answer tells. */
  readonly cartId: string | null;
}

/** The answer to a call that changes what a cart holds, or to the poll that stands for it. */
export type CartAnswer =
  Polling | { readonly kind: 'cart'; readonly cartId: string | null; readonly cart: PartnerCart };

/** The answer to a purchase, or to the poll that stands for it. */
export type PurchaseAnswer = Polling | { readonly kind: 'purchased'; readonly receipt: Receipt };

/** The answer to a delete, or to the poll that stands for it. */
export type DeleteAnswer = Polling | { readonly kind: 'deleted' };

/** A puzzle that the shopper solves before reserving, where upstream asks for it. */
export interface Captcha {
  readonly siteKey: string;
  readonly secureToken: string | null;
  /** The page to show in a web view. */
  readonly html: string | null;
  /** The scheme of the address to which the solved puzzle redirects, with the captcha token for a host. */
  readonly redirectScheme: string;
}

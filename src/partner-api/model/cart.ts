import type { Charge } from './event';
import type { Money } from './money';

/** A cart upstream, by its event and its id there. */
export interface CartReference {
  readonly eventId: string;
  readonly cartId: string;
}

/** What a cart holds, as upstream last reported it. Plain data: it is written to the ledger unchanged. */
export interface PartnerCart {
  /** How long the seats are held from the moment of the response; null where upstream does not state it. */
  readonly holdSeconds: number | null;
  readonly items: readonly CartItem[];
  readonly totals: CartTotals | null;
  readonly payments: readonly CartPayment[];
}

/** What a cart is paid with, as far as upstream reports it. */
export interface CartPayment {
  readonly kind: 'CARD' | 'INVOICE' | 'APPLE_PAY' | 'GOOGLE_WALLET' | 'WALLET' | 'UNKNOWN';
  readonly rawKind: string;
  readonly amount: Money | null;
  readonly issuer: string | null;
  readonly lastFour: string | null;
  readonly expiryMonth: number | null;
  readonly expiryYear: number | null;
}

/** A way in which the tickets can reach the shopper. */
export interface ShippingOption {
  readonly shippingOptionId: string;
  readonly carrier: string | null;
  readonly serviceLevel: string | null;
  readonly requiresAddress: boolean;
  readonly fee: Money | null;
  readonly total: Money | null;
}

/** The receipt of a purchase; all but the total are null where an order look-up confirmed it. */
export interface Receipt {
  readonly orderToken: string | null;
  readonly orderNumber: string | null;
  readonly redemptionUrl: string | null;
  readonly appUrl: string | null;
  readonly grandTotal: Money | null;
}

/** What an item of a cart is: seats or places, their delivery, or the processing of the order. */
export type CartItemKind = 'TICKETS' | 'DELIVERY' | 'PROCESSING' | 'UNKNOWN';

export interface CartItem {
  /** Absent in carts that an earlier release read: tickets. */
  readonly kind?: CartItemKind;
  /** Upstream's word; null where it states none. */
  readonly rawKind?: string | null;
  readonly section: string | null;
  readonly row: string | null;
  readonly firstSeat: string | null;
  readonly lastSeat: string | null;
  readonly quantity: number | null;
  /** No row and no seat: general admission. */
  readonly generalAdmission: boolean;
  readonly tickets: readonly CartTicket[];
  readonly totals: CartTotals | null;
}

/** Whether an item is of seats or places: its kind says so or, where that is not known, it names some. */
export const isOfSeats = ({ kind = 'TICKETS', section, row, firstSeat, tickets }: CartItem): boolean =>
  kind === 'TICKETS' ||
  (kind === 'UNKNOWN' && (tickets.length > 0 || (section ?? row ?? firstSeat) !== null));

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

/** "Poll this address in `waitMs`": 202, a possible response to every call marked "may poll". */
export interface Polling {
  readonly kind: 'polling';
  /** A secret: it carries the API key. Null where it leads out of the API and may not be followed. */
  readonly url: string | null;
  /** The minimum wait before the poll. */
  readonly waitMs: number;
  /** Upstream's id of the cart; null where the response does not state it. */
  readonly cartId: string | null;
}

/** The result of a call that changes what a cart holds, or of its poll. */
export type CartAnswer =
  Polling | { readonly kind: 'cart'; readonly cartId: string | null; readonly cart: PartnerCart };

/** The result of a purchase, or of its poll. */
export type PurchaseAnswer = Polling | { readonly kind: 'purchased'; readonly receipt: Receipt };

/** The result of a delete, or of its poll. */
export type DeleteAnswer = Polling | { readonly kind: 'deleted' };

/** A captcha that the shopper solves before a reserve, where upstream requires it. */
export interface Captcha {
  readonly siteKey: string;
  readonly secureToken: string | null;
  /** The page to show in a web view; a function where it is another call. */
  readonly html: string | null | (() => Promise<string | null>);
  /** The scheme of the address to which a solved captcha redirects; the address's host is the captcha token. */
  readonly redirectScheme: string;
}

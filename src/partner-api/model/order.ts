import type { Polling } from './cart';
import type { Money } from './money';

/*
 * Upstream's orders, renamed and typed. `null` means that upstream does not state the value. They hold a buyer's data and
 * barcodes that admit to the venue: they are passed on and stored nowhere.
 */

/** An order by its token or its number. */
export type OrderKey = { readonly token: string } | { readonly number: string };

/** The result of a look-up of an order, or of its poll. */
export type OrderAnswer = Polling | { readonly kind: 'order'; readonly order: Order };

/** Selects unredeemed orders: by the days since their purchase, or by the days left until their event. */
export type UnredeemedFilter = { readonly daysFromPurchase: number } | { readonly daysBeforeEvent: number };

export interface Order {
  readonly customerEmail: string | null;
  readonly tickets: readonly OrderTicket[];
  readonly delivery: OrderDelivery | null;
  readonly voided: boolean | null;
}

export interface OrderDelivery {
  readonly carrier: string | null;
  readonly serviceLevel: string | null;
  readonly description: string | null;
}

/** One seat or place of an order. */
export interface OrderTicket {
  readonly displayId: string | null;
  readonly orderNumber: string | null;
  /** `2015-12-10` */
  readonly orderDate: string | null;
  readonly eventId: string | null;
  readonly eventName: string | null;
  readonly eventCode: string | null;
  readonly eventHost: string | null;
  readonly section: string | null;
  readonly row: string | null;
  readonly seat: string | null;
  readonly isGeneralAdmission: boolean | null;
  readonly ticketTypeId: string | null;
  readonly description: string | null;
  readonly faceValue: Money | null;
  readonly charges: readonly OrderCharge[];
  readonly barcodeId: string | null;
  readonly barcodeUrl: string | null;
  /** RFC 3339 in UTC. */
  readonly barcodeShownFrom: string | null;
  readonly portal: string | null;
  /** The lines printed on the ticket; some are empty. */
  readonly text: readonly string[];
  readonly transferEligibility: string | null;
  readonly isVoided: boolean | null;
}

export interface OrderCharge {
  readonly kind: string | null;
  readonly reason: string | null;
  readonly description: string | null;
  readonly amount: Money | null;
}

/** The delivery status of the mail to a buyer. */
export type EmailStatus = 'SENT' | 'BOUNCED' | 'SPAM' | 'SEND_ERROR' | 'UNKNOWN';

/** An order whose tickets have not been fetched yet. Times are RFC 3339 in UTC. */
export interface UnredeemedOrder {
  readonly eventId: string | null;
  readonly eventStartsAt: string | null;
  readonly purchasedAt: string | null;
  readonly email: string | null;
  readonly emailStatus: EmailStatus;
  readonly rawEmailStatus: number | null;
  readonly sourceAccountId: string | null;
  /** Names the order in `GET /orders`. */
  readonly orderToken: string | null;
}

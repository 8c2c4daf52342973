import type { Caller } from '../../partner-api/model/caller';
import type { PartnerCart, Receipt } from '../../partner-api/model/cart';
import type { ReserveRequest } from '../../partner-api/model/reserve';
import type { Failure } from '../failures';

/** What a call to upstream is for. */
export type Purpose = 'reserve' | 'shipping' | 'payment' | 'purchase' | 'delete';

/** The calls to upstream that are made for a cart. A `poll` is for what the record states. */
export type Call = Purpose | 'openCart' | 'poll' | 'lookUp';

/** What a client requested for a cart, and its outcome. A token names a cart and one of its operations. */
export interface Operation {
  readonly kind: 'CREATE' | 'SHIPPING' | 'PAYMENT' | 'PURCHASE' | 'DELETE';
  /** How often upstream has answered that it is still working on it. */
  readonly attempt: number;
  /** When the gateway stops waiting. */
  readonly giveUpAtMs: number;
  /** Null while the operation is pending. */
  readonly outcome: 'done' | Failure | null;
}

/** An address that upstream gave the gateway to poll. */
export interface OutstandingPoll {
  readonly for: Purpose;
  /** A secret: it carries the API key. */
  readonly url: string;
  /** Upstream's wait, a minimum. */
  readonly waitMs: number;
  readonly notBeforeMs: number;
}

/** What goes upstream with a purchase as `source_account_id`, and by which its order is found again. */
export interface PurchaseReference {
  readonly text: string;
  /** False for references of earlier releases, which were the client's own: an order under one proves nothing. */
  readonly isUnique: boolean;
}

/** What open carts count against: an address or a frontend. */
export interface Account {
  readonly name: string;
  /** Carts that may be open on it at once. */
  readonly mostCarts: number;
}

/** What the gateway knows about a cart in any state. Times are milliseconds of the steady clock, not times of day. */
export interface CartBase {
  /** The version of the record's format: a later release can read what an earlier one wrote. See `readRecord`. */
  readonly version: 2;
  /** The edition of the Partner API by which the cart was made: a gateway of another one leaves it alone. */
  readonly edition: string;
  /** Ours: unguessable, and the only id that the shopper sees. */
  readonly id: string;
  readonly eventId: string;
  /** The event's currency, for amounts that come without one. */
  readonly currency: string | null;
  readonly caller: Caller;
  /** What the cart counts against until it has ended. */
  readonly accounts: readonly Account[];
  /** The id of the request that created the cart, by which the log can be searched. */
  readonly requestId: string;
  /** A digest of the input that created the cart, if it came with an idempotency key. */
  readonly fingerprint: string | null;
  readonly createdAtMs: number;
  /** When the cart is abandoned, unless a call names it before. */
  readonly leaseUntilMs: number;
  /** When its page said that the shopper leaves; null: it did not, or a call has named the cart since. */
  readonly leftAtMs: number | null;
  /** Upstream's id, which never leaves the gateway; null while none is known. */
  readonly upstreamCartId: string | null;
  /** What upstream holds, as last reported. */
  readonly contents: Pick<PartnerCart, 'items' | 'totals' | 'payments'> | null;
  readonly holdUntilMs: number | null;
  /** The shipping option that was set, and the one that was asked for last. */
  readonly shippingOptionId: string | null;
  readonly shippingAskedFor: string | null;
  /** Written before a call and removed after it. Only the holder of the cart's lock (`withCart`) makes calls. */
  readonly calling: { readonly call: Call; readonly sinceMs: number } | null;
  readonly poll: OutstandingPoll | null;
  /** Failures in a row of what is being tried now, and when it may be tried again. */
  readonly retry: { readonly failures: number; readonly notBeforeMs: number };
  /** By number; a token holds the number. */
  readonly operations: readonly Operation[];
  /** The result of a reserve is not known: it may still take seats, even after a delete. */
  readonly reserveUnseen: boolean;
}

/** A reserve that upstream has not answered yet: it stands in line, or is being sent. */
export interface Place {
  readonly request: ReserveRequest;
  /** The solved captcha that opens the cart session; null where none was sent, or the session is open. */
  readonly captchaToken: string | null;
  readonly joinedAtMs: number;
  /** Until when the place is kept for a new captcha; null: none is needed. */
  readonly keptUntilMs: number | null;
}

/** A reserve was asked for. */
export interface ReservingCart extends CartBase {
  readonly state: 'RESERVING';
  /** Null as soon as upstream has answered. */
  readonly place: Place | null;
}

/** Upstream holds seats, or a cart session, for the shopper. */
export interface HeldCart extends CartBase {
  readonly state: 'HELD';
  readonly upstreamCartId: string;
}

/** A purchase was sent. */
export interface PurchasingCart extends CartBase {
  readonly state: 'PURCHASING';
  readonly upstreamCartId: string;
  readonly reference: PurchaseReference;
}

/** The answer to the purchase was lost: the cart is neither bought nor not bought until its order is found. */
export interface UnconfirmedCart extends CartBase {
  readonly state: 'UNCONFIRMED';
  readonly upstreamCartId: string;
  readonly reference: PurchaseReference;
  readonly sinceMs: number;
}

/** Its order was not found in time. Still neither bought nor not bought, and no longer looked up. */
export interface UnresolvedCart extends CartBase {
  readonly state: 'UNRESOLVED';
  readonly upstreamCartId: string;
  readonly reference: PurchaseReference;
  readonly endedAtMs: number;
}

/** Bought. */
export interface PurchasedCart extends CartBase {
  readonly state: 'PURCHASED';
  readonly receipt: Receipt;
  readonly endedAtMs: number;
}

/** The seats are being given back. */
export interface ReleasingCart extends CartBase {
  readonly state: 'RELEASING';
  readonly sinceMs: number;
}

/** Given back, or never held (`DELETED`), or upstream's hold ended by itself (`EXPIRED`). */
export interface GoneCart extends CartBase {
  readonly state: 'DELETED' | 'EXPIRED';
  readonly endedAtMs: number;
}

/** A cart that only has to be forgotten. */
export type EndedCart = PurchasedCart | UnresolvedCart | GoneCart;

/**
 * All that the gateway knows about one cart: plain JSON, never changed in place, written to the ledger before and after
 * every upstream call. It holds no name, no address, and of a card only what upstream reports, such as its last four digits.
 * About the shopper it holds only what the manual requires on every call, and a captcha token until it was sent.
 * `docs/cart-lifecycle.md` shows how states follow each other.
 */
export type CartRecord =
  ReservingCart | HeldCart | PurchasingCart | UnconfirmedCart | ReleasingCart | EndedCart;

/** The state of a cart. */
export type CartState = CartRecord['state'];

/** Every state. */
export const CART_STATES = [
  'RESERVING',
  'HELD',
  'PURCHASING',
  'UNCONFIRMED',
  'UNRESOLVED',
  'PURCHASED',
  'RELEASING',
  'DELETED',
  'EXPIRED',
] as const satisfies readonly CartState[];

/** Whether the cart has ended: nothing is held, and nothing will be. */
export const isEnded = (record: CartRecord): record is EndedCart => 'endedAtMs' in record;

/** What the record of a cart holds in any state; a new state adds its own. */
export function baseOf(record: CartRecord): CartBase {
  return {
    version: record.version,
    edition: record.edition,
    id: record.id,
    eventId: record.eventId,
    currency: record.currency,
    caller: record.caller,
    accounts: record.accounts,
    requestId: record.requestId,
    fingerprint: record.fingerprint,
    createdAtMs: record.createdAtMs,
    leaseUntilMs: record.leaseUntilMs,
    leftAtMs: record.leftAtMs,
    upstreamCartId: record.upstreamCartId,
    contents: record.contents,
    holdUntilMs: record.holdUntilMs,
    shippingOptionId: record.shippingOptionId,
    shippingAskedFor: record.shippingAskedFor,
    calling: record.calling,
    poll: record.poll,
    retry: record.retry,
    operations: record.operations,
    reserveUnseen: record.reserveUnseen,
  };
}

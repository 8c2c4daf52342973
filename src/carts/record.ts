import type { Caller } from '../partner-api/caller';
import type { PartnerCart, Receipt } from '../partner-api/cart';
import type { Failure } from './failures';

/**
 * How far a cart has come.
 *
 * `RESERVING → HELD → PURCHASING → PURCHASED`, or `RELEASING → DELETED`, or `EXPIRED` where upstream's hold ended by
 * itself. `UNCONFIRMED` is a purchase whose answer was lost: it is neither bought nor not bought until somebody knows.
 * PURCHASED, DELETED and EXPIRED are ends: the record waits to be forgotten.
 */
export type CartState =
  'RESERVING' | 'HELD' | 'PURCHASING' | 'PURCHASED' | 'UNCONFIRMED' | 'RELEASING' | 'DELETED' | 'EXPIRED';

/** What a call to upstream is for. */
export type Purpose = 'reserve' | 'shipping' | 'payment' | 'purchase' | 'delete';

/** The calls to upstream that a cart can be in. A `poll` is for what the record says that it is for. */
export type Call = Purpose | 'openCart' | 'poll' | 'lookUp';

/** Something that a client asked of a cart, and what came of it. A token names a cart and one of its operations. */
export interface Operation {
  readonly kind: 'CREATE' | 'SHIPPING' | 'PAYMENT' | 'PURCHASE' | 'DELETE';
  /** How often upstream has said "still at it". */
  readonly attempt: number;
  /** When the gateway stops waiting. */
  readonly giveUpAtMs: number;
  /** Null while it is under way. */
  readonly outcome: 'done' | Failure | null;
}

/** An address that upstream told us to poll. */
export interface OutstandingPoll {
  readonly for: Purpose;
  /** A secret: it carries the API key. */
  readonly url: string;
  /** Upstream's wait, a minimum. */
  readonly waitMs: number;
  readonly notBeforeMs: number;
}

/**
 * All that the gateway knows of one cart: plain JSON, never changed in place, written to the ledger before and after
 * every upstream call. Times are milliseconds since the epoch. It holds no name, no address, no captcha and no card
 * data but the last four digits that upstream tells; of the shopper only what the manual wants on every call.
 */
export interface CartRecord {
  /** So that a later release can read what an earlier one wrote. */
  readonly version: 1;
  /** Ours: unguessable, and all that the shopper ever sees. */
  readonly id: string;
  readonly state: CartState;
  readonly eventId: string;
  /** The event's currency, for amounts that come without one. */
  readonly currency: string | null;
  readonly caller: Caller;
  /** Of the request that created the cart; it finds the cart in the log. */
  readonly requestId: string;
  /** A digest of the input that created it, where that came with an idempotency key. */
  readonly fingerprint: string | null;
  readonly createdAtMs: number;
  /** When the shopper is taken for gone, unless a call names the cart before. */
  readonly leaseUntilMs: number;
  /** Upstream's id, which never leaves the gateway; null as long as none is known. */
  readonly upstreamCartId: string | null;
  /** What upstream holds, as last told. */
  readonly contents: Pick<PartnerCart, 'items' | 'totals' | 'payments'> | null;
  readonly holdUntilMs: number | null;
  /** The shipping option that was set, and the one that was asked for last. */
  readonly shippingOptionId: string | null;
  readonly shippingAskedFor: string | null;
  /** What goes with a purchase as `source_account_id`, and by which its order is found again. */
  readonly reference: string | null;
  readonly receipt: Receipt | null;
  /** Written ahead of a call and taken back after it. Only who has the cart to himself (`withCart`) is in a call. */
  readonly calling: { readonly call: Call; readonly sinceMs: number } | null;
  readonly poll: OutstandingPoll | null;
  /** Failures in a row of what is being tried now, and when it may be tried again. */
  readonly retry: { readonly failures: number; readonly notBeforeMs: number };
  /** By number; a token holds the number. */
  readonly operations: readonly Operation[];
  /** A reserve was sent whose end nobody saw: it may yet take seats, also after a delete. */
  readonly reserveUnseen: boolean;
  /** Since when the seats are being given back. */
  readonly releasingSinceMs: number | null;
  /** Since when nobody knows what became of the purchase. */
  readonly unconfirmedSinceMs: number | null;
  readonly endedAtMs: number | null;
}

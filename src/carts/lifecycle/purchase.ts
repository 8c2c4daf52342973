import type { Receipt } from '../../partner-api/model/cart';
import { withOutcome } from './operations';
import {
  type CartRecord,
  type PurchasedCart,
  type PurchasingCart,
  type UnconfirmedCart,
  type UnresolvedCart,
  baseOf,
} from './record';
import { FIRST_RETRY_MS, NO_RETRY } from './retry';

/** The cart is bought. This may become known only after the purchase was given up as unresolved. */
export const purchased = (record: CartRecord, receipt: Receipt, nowMs: number): PurchasedCart => ({
  ...withOutcome(baseOf(record), ['PURCHASE'], 'done'),
  state: 'PURCHASED',
  receipt,
  poll: null,
  retry: NO_RETRY,
  endedAtMs: nowMs,
});

/** The answer to the purchase was lost. It is never sent again and never called a failure; its order is looked up. */
export const unconfirmed = (record: PurchasingCart, nowMs: number): UnconfirmedCart => ({
  ...record,
  state: 'UNCONFIRMED',
  poll: null,
  retry: { failures: 1, notBeforeMs: nowMs + FIRST_RETRY_MS },
  sinceMs: nowMs,
});

/** The order was not found in time. That is not a failure: the operation stays without an outcome. */
export function unresolved({ sinceMs: _, ...record }: UnconfirmedCart, nowMs: number): UnresolvedCart {
  return { ...record, state: 'UNRESOLVED', endedAtMs: nowMs };
}

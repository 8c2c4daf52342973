import type { CartEvent } from './lifecycle/cart-event';
import type { CartRecord } from './lifecycle/record';
import { type LifecycleTimes, leaseEndsAt } from './lifecycle/times';

/**
 * Why a cart changed: what happened to it; or, where only time passed, which deadline had come.
 *
 * - `opened`, `forgotten`: its first record was written, its last one removed.
 * - `left`: the page said that the shopper leaves, and no call has named the cart since.
 * - `leaseLapsed`: no call has named the cart for the time of its lease.
 * - `timePassed`: another deadline, such as the end of upstream's hold.
 */
export type ChangeReason = CartEvent['kind'] | 'opened' | 'forgotten' | 'left' | 'leaseLapsed';

/** Why `event` turned the record `before` into `record`. */
export function reasonOf(
  before: CartRecord,
  record: CartRecord,
  event: CartEvent,
  nowMs: number,
  times: LifecycleTimes,
): ChangeReason {
  const { kind } = event;
  const isGivenBack = record.state === 'RELEASING' || record.state === 'DELETED';
  const wasLeased = before.state === 'RESERVING' || before.state === 'HELD';
  if (!isGivenBack || !wasLeased || kind === 'deleteAsked') return kind;
  if (kind === 'shopperLeft') return 'left';
  // The answer to a call can come after the lease: that ends the cart, and not the answer.
  if (leaseEndsAt(before, times) > nowMs) return kind;
  return before.leftAtMs === null ? 'leaseLapsed' : 'left';
}

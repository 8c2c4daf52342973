import { cartGone } from '../failures';
import { withOutcome } from './operations';
import { type CartRecord, type GoneCart, type ReleasingCart, baseOf, isEnded } from './record';
import { NO_RETRY, backedOff } from './retry';

/** How long upstream may still execute a call that no poll follows. */
const UNSEEN_RESERVE_MS = 5 * 60_000;

/** Gives the cart back: a polling operation is polled until it ends, then the cart is deleted upstream. */
export function releasing(record: CartRecord, nowMs: number): CartRecord {
  const given = withOutcome(
    baseOf(record),
    ['CREATE', 'SHIPPING', 'PAYMENT'],
    cartGone('CART_RELEASED', nowMs),
  );
  const released: ReleasingCart = { ...given, state: 'RELEASING', sinceMs: nowMs, retry: NO_RETRY };
  const nothingToDelete = record.upstreamCartId === null && record.poll === null && record.calling === null;
  return nothingToDelete ? gone(released, 'DELETED', nowMs) : released;
}

/**
 * Upstream has freed the seats. If the result of the reserve is not known, it may complete after the delete: "a polled
 * reserve completes on its own". So the delete is repeated for as long as a reserve may take.
 */
export function released(record: CartRecord, nowMs: number): CartRecord {
  if (record.state !== 'RELEASING') return gone(record, 'DELETED', nowMs);
  const mayYetComplete = record.reserveUnseen && nowMs < record.sinceMs + UNSEEN_RESERVE_MS;
  if (mayYetComplete) return backedOff({ ...record, poll: null }, nowMs, null);
  return gone(record, releasedAfterItsHold(record) ? 'EXPIRED' : 'DELETED', nowMs);
}

/** Whether the hold seems to have ended before the cart was given back: no process was running then. */
export const releasedAfterItsHold = ({ holdUntilMs, sinceMs }: ReleasingCart): boolean =>
  holdUntilMs !== null && holdUntilMs <= sinceMs;

/** The end without a purchase. It settles every pending operation. */
export function gone(record: CartRecord, state: GoneCart['state'], nowMs: number): CartRecord {
  if (isEnded(record)) return record;
  const failure = cartGone(state === 'EXPIRED' ? 'CART_EXPIRED' : 'CART_RELEASED', nowMs);
  const deleted = withOutcome(baseOf(record), ['DELETE'], 'done');
  return {
    ...withOutcome(deleted, ['CREATE', 'SHIPPING', 'PAYMENT', 'PURCHASE'], failure),
    state,
    endedAtMs: nowMs,
    poll: null,
    retry: NO_RETRY,
  };
}

/** Gives back seats that a late answer reported, after the cart had ended. */
export const reopened = (record: GoneCart, nowMs: number): ReleasingCart => ({
  ...baseOf(record),
  state: 'RELEASING',
  sinceMs: nowMs,
});

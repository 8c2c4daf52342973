import type { Failure } from '../failures';
import type { CallFailed, FailureMeaning } from './cart-event';
import { operationOf, purposeOf, withOutcome } from './operations';
import { unconfirmed } from './purchase';
import { type CartRecord, type PurchasingCart, type ReservingCart, baseOf, isEnded } from './record';
import { gone, released, releasing } from './release';
import { backedOff } from './retry';
import type { LifecycleTimes } from './times';

/** How long upstream may still work on a change of delivery whose answer was lost. */
const UNSEEN_SHIPPING_MS = 20_000;

/** Whether upstream may have executed the call, with no poll to follow. */
const isLost = (meaning: FailureMeaning): boolean => meaning === 'lost' || meaning === 'pollLost';

/** The record after its call has failed. */
export function callFailed(
  record: CartRecord,
  event: CallFailed,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  if (isEnded(record)) return record;
  const { call, failure, meaning } = event;
  const isRepeated = call === 'lookUp' || (call === 'poll' && (meaning === 'lost' || meaning === 'notSent'));
  if (isRepeated) return backedOff(record, nowMs, failure.retryAfterSeconds);
  // The store has lost the answer to this very write, which was made again: what the poll was for is settled.
  if (call === 'poll' && record.poll === null) return record;
  switch (purposeOf(record, call)) {
    case 'delete':
      // A refused poll answers the delete, which is then sent again.
      return meaning === 'cartUnknown'
        ? released(record, nowMs)
        : backedOff({ ...record, poll: null }, nowMs, failure.retryAfterSeconds);
    case 'reserve':
      return isStaleCaptcha(record, failure, nowMs)
        ? keepPlace(record, failure, nowMs)
        : reserveFailed(settled(record, event), event, nowMs);
    case 'shipping':
      return shippingFailed(settled(record, event), meaning, nowMs);
    case 'payment':
      return paymentFailed(settled(record, event), meaning, nowMs);
    case 'purchase':
      return record.state === 'PURCHASING' ? purchaseFailed(record, event, nowMs, times) : record;
  }
}

/** The record with the failure as the outcome of the operation that the call was for. */
const settled = <Record extends CartRecord>(record: Record, { call, failure }: CallFailed): Record =>
  withOutcome({ ...record, poll: null }, [operationOf[purposeOf(record, call)]], failure);

/** Law 4's one exception: a reserve whose answer was lost and whose cart has no id leaves nothing to delete. */
function reserveFailed(record: CartRecord, { call, meaning }: CallFailed, nowMs: number): CartRecord {
  if (meaning === 'cartUnknown') return gone(record, 'DELETED', nowMs);
  return releasing({ ...record, reserveUnseen: isLost(meaning) && call !== 'openCart' }, nowMs);
}

/** Upstream may still work on a change whose answer was lost: nothing else is sent until it must have ended. */
function shippingFailed(record: CartRecord, meaning: FailureMeaning, nowMs: number): CartRecord {
  if (meaning === 'cartUnknown') return gone(record, 'EXPIRED', nowMs);
  if (!isLost(meaning)) return record;
  return {
    ...record,
    shippingOptionId: null,
    retry: { failures: 0, notBeforeMs: nowMs + UNSEEN_SHIPPING_MS },
  };
}

/** If a payment's answer was lost, it is unknown which payment the cart has. The shopper must pay again before buying. */
function paymentFailed(record: CartRecord, meaning: FailureMeaning, nowMs: number): CartRecord {
  if (meaning === 'cartUnknown') return gone(record, 'EXPIRED', nowMs);
  const { contents } = record;
  if (!isLost(meaning) || !contents) return record;
  const totals = contents.totals && { ...contents.totals, unpaid: null };
  return { ...record, contents: { ...contents, payments: [], totals } };
}

/** A purchase is called failed only if upstream refused it, or never saw it. */
function purchaseFailed(
  record: PurchasingCart,
  event: CallFailed,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  const { call, meaning } = event;
  const mayBeBought = isLost(meaning) || (meaning === 'cartUnknown' && call === 'poll');
  if (mayBeBought) return unconfirmed(record, nowMs);
  if (meaning === 'cartUnknown') return gone(settled(record, event), 'EXPIRED', nowMs);
  return {
    ...baseOf(settled(record, event)),
    state: 'HELD',
    upstreamCartId: record.upstreamCartId,
    leaseUntilMs: Math.max(record.leaseUntilMs, nowMs + times.leaseMs),
  };
}

/** A captcha is solved right before `createCart`. One that was refused so long after it became stale in line. */
const STALE_AFTER_MS = 5000;
/** How long a place in line is kept for a shopper who has to solve a new captcha. */
const PLACE_KEPT_MS = 120_000;

/** Whether upstream refused a captcha that became stale while the cart stood in line. */
const isStaleCaptcha = (record: CartRecord, failure: Failure, nowMs: number): record is ReservingCart =>
  record.state === 'RESERVING' &&
  record.place !== null &&
  failure.type === 'CaptchaFailed' &&
  nowMs - record.place.joinedAtMs >= STALE_AFTER_MS;

/** Reports the failure, and keeps the place for a while. */
function keepPlace(record: ReservingCart, failure: Failure, nowMs: number): ReservingCart {
  const place = record.place && {
    ...record.place,
    captchaToken: null,
    keptUntilMs: nowMs + PLACE_KEPT_MS,
  };
  return { ...withOutcome(record, ['CREATE'], failure), place };
}

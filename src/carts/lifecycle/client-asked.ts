import type { CaptchaSolved } from './cart-event';
import { MOST_OPERATIONS, newOperation, withOutcome } from './operations';
import { type CartRecord, isEnded } from './record';
import { releasing } from './release';
import { passTime } from './schedule';
import { LONGEST_HOLD_MS, type LifecycleTimes, leaseEndsAt } from './times';

const isPastHold = ({ state, holdUntilMs, calling }: CartRecord, nowMs: number): boolean =>
  state === 'HELD' && calling === null && nowMs >= (holdUntilMs ?? Infinity);

/** Whether a shopper holds the cart or waits for it. */
const isLeased = ({ state }: CartRecord): boolean => state === 'RESERVING' || state === 'HELD';

/**
 * Renews the lease, and keeps the cart of a shopper who seemed to leave. Calls in quick succession renew it once, since
 * every renewal is a write.
 */
export function leaseRenewed(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  // A client can call before the driver, above all after a suspend. No cart is shown after its hold has ended.
  if (isPastHold(record, nowMs)) return passTime(record, nowMs, times);
  if (!isLeased(record) || leaseEndsAt(record, times) <= nowMs) return record;
  const { leaseMs } = times;
  const leaseUntilMs = nowMs + leaseMs;
  const isNew = record.leftAtMs === null && leaseUntilMs - record.leaseUntilMs < leaseMs / 20;
  return isNew ? record : { ...record, leaseUntilMs, leftAtMs: null };
}

/**
 * The page of the shopper is closed: the cart is given back, unless a call names it soon. A reload closes the page, too.
 */
export function shopperLeft(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  if (!isLeased(record) || record.leftAtMs !== null) return record;
  const left = { ...record, leftAtMs: nowMs };
  return leaseEndsAt(left, times) <= nowMs ? releasing(left, nowMs) : left;
}

/** Gives the cart back, unless it is being bought or was. */
export function deleteAsked(record: CartRecord, nowMs: number): CartRecord {
  const mayBeBought = ['PURCHASING', 'UNCONFIRMED', 'UNRESOLVED', 'PURCHASED'].includes(record.state);
  if (mayBeBought || record.operations.some(({ kind }) => kind === 'DELETE')) return record;
  const operation = newOperation('DELETE', nowMs + LONGEST_HOLD_MS);
  const asked = { ...record, operations: [...record.operations, operation] };
  if (isEnded(asked)) return withOutcome(asked, ['DELETE'], 'done');
  return asked.state === 'RELEASING' ? asked : releasing(asked, nowMs);
}

/** Puts a cart whose place was kept back in line, with a new captcha. */
export function captchaSolved(
  record: CartRecord,
  { captchaToken, fingerprint }: CaptchaSolved,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  if (record.state !== 'RESERVING' || !record.place || record.place.keptUntilMs === null) return record;
  if (record.operations.length >= MOST_OPERATIONS) return record;
  return {
    ...record,
    fingerprint,
    place: { ...record.place, captchaToken, keptUntilMs: null },
    leaseUntilMs: Math.max(record.leaseUntilMs, nowMs + times.leaseMs),
    leftAtMs: null,
    operations: [...record.operations, newOperation('CREATE', nowMs + times.giveUpMs)],
  };
}

import { gaveUpPolling, interrupted } from '../failures';
import { callFailed } from './call-failed';
import { giveUpAt, operationOf, withOutcome } from './operations';
import { unconfirmed, unresolved } from './purchase';
import { type Call, type CartRecord, type Place, type ReleasingCart, isEnded } from './record';
import { gone, releasedAfterItsHold, releasing } from './release';
import { NO_RETRY } from './retry';
import { KEEP_ENDED_MS, LONGEST_HOLD_MS, LOOK_UP_FOR_MS, type LifecycleTimes, leaseEndsAt } from './times';

/** What the gateway has to do next for a cart, at `atMs` or later. */
export interface Step {
  /** `tick`: a deadline has come, see `passTime`. `lookUp`: find a lost purchase's order. `forget`: remove the record. */
  readonly kind: 'poll' | 'delete' | 'lookUp' | 'tick' | 'forget';
  readonly atMs: number;
}

/** A time at which waiting ends, and what then becomes of the cart. */
interface Deadline {
  readonly atMs: number;
  readonly then: (nowMs: number) => CartRecord;
}

/** The allowance for a difference between two clocks and for a slow response. */
const HOLD_MARGIN_MS = 30_000;

/**
 * All deadlines of a cart, by precedence: if several have passed, the first in the list applies. Both `nextStep` and
 * `passTime` follow from this table.
 */
function deadlinesOf(record: CartRecord, times: LifecycleTimes): readonly Deadline[] {
  if (isEnded(record)) return [];
  const { calling, poll } = record;
  if (calling) return [interruption(record, calling.call, calling.sinceMs + times.interruptedAfterMs, times)];
  const lapse: Deadline = {
    atMs: leaseEndsAt(record, times),
    then: (nowMs) => releasing(record, nowMs),
  };
  switch (record.state) {
    case 'RESERVING':
      if (poll) return [giveUp(record), lapse];
      if (record.place) return [...endOfPlace(record.place, record), lapse];
      return [interruption(record, 'reserve', record.createdAtMs + times.interruptedAfterMs, times)];
    case 'HELD':
      return [...endOfHold(record, times), ...(poll ? [giveUp(record)] : []), lapse];
    case 'PURCHASING':
      return [{ atMs: giveUpAt(record, 'PURCHASE'), then: (nowMs) => unconfirmed(record, nowMs) }];
    case 'UNCONFIRMED':
      return [{ atMs: record.sinceMs + LOOK_UP_FOR_MS, then: (nowMs) => unresolved(record, nowMs) }];
    case 'RELEASING':
      return [{ atMs: surelyFreeAt(record), then: (nowMs) => surelyFree(record, nowMs) }];
  }
}

/** The next step of a cart. There always is one: the last step of an ended cart is to forget it. */
export function nextStep(record: CartRecord, times: LifecycleTimes): Step {
  const ticks = deadlinesOf(record, times).map(({ atMs }): Step => ({ kind: 'tick', atMs }));
  return [...workOf(record), ...ticks].reduce((first, step) => (step.atMs < first.atMs ? step : first));
}

/** The record after the first of its deadlines that has passed. Returns the same record if none has. */
export function passTime(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  return (
    deadlinesOf(record, times)
      .find(({ atMs }) => nowMs >= atMs)
      ?.then(nowMs) ?? record
  );
}

/** What has to be done upstream, or for an ended cart. Nothing while a call is under way. */
function workOf(record: CartRecord): readonly Step[] {
  if (isEnded(record)) return [{ kind: 'forget', atMs: record.endedAtMs + KEEP_ENDED_MS }];
  const { calling, poll, retry } = record;
  if (calling) return [];
  if (record.state === 'UNCONFIRMED') return [{ kind: 'lookUp', atMs: retry.notBeforeMs }];
  // "Never poll early": upstream's wait, and the pause after a failure, are both minimums.
  if (poll) return [{ kind: 'poll', atMs: Math.max(poll.notBeforeMs, retry.notBeforeMs) }];
  return record.state === 'RELEASING' ? [{ kind: 'delete', atMs: retry.notBeforeMs }] : [];
}

/** A call is still marked as under way, but its process must have died. */
const interruption = (record: CartRecord, call: Call, atMs: number, times: LifecycleTimes): Deadline => ({
  atMs,
  then: (nowMs) => {
    // No seats were asked for yet: the cart stands in line again, and upstream says whether its captcha still counts.
    if (call === 'openCart' && record.state === 'RESERVING') return { ...record, calling: null };
    const failure = interrupted(record.requestId);
    const event = { kind: 'callFailed', call, failure, meaning: 'lost' } as const;
    return callFailed({ ...record, calling: null }, event, nowMs, times);
  },
});

/** A place in line that is kept for a new captcha, and none came. */
const endOfPlace = ({ keptUntilMs }: Place, record: CartRecord): readonly Deadline[] =>
  keptUntilMs === null ? [] : [{ atMs: keptUntilMs, then: (nowMs) => releasing(record, nowMs) }];

/** Upstream has polled for longer than the gateway waits. */
function giveUp(record: CartRecord): Deadline {
  const kind = operationOf[record.poll?.for ?? 'reserve'];
  return {
    atMs: giveUpAt(record, kind),
    then: (nowMs) => releasing(withOutcome(record, [kind], gaveUpPolling(record.requestId)), nowMs),
  };
}

/** Upstream's hold on the seats ends by itself. */
function endOfHold(record: CartRecord, { openSinceMs }: LifecycleTimes): readonly Deadline[] {
  const { holdUntilMs } = record;
  if (holdUntilMs === null) return [];
  // A process that did not run for the whole hold may have a wrong clock. The seats are deleted to be safe.
  const isWatched = holdUntilMs > openSinceMs;
  return [
    {
      atMs: holdUntilMs,
      then: (nowMs) => (isWatched ? gone(record, 'EXPIRED', nowMs) : releasing(record, nowMs)),
    },
  ];
}

/** When upstream has freed the seats by itself, whether or not it accepted a delete. */
const surelyFreeAt = (record: ReleasingCart): number =>
  record.holdUntilMs !== null && record.poll?.for !== 'reserve' && !releasedAfterItsHold(record)
    ? record.holdUntilMs + HOLD_MARGIN_MS
    : record.sinceMs + LONGEST_HOLD_MS;

/** A reserve that never stops polling is deleted without its result, and upstream's hold time begins again. */
const surelyFree = (record: ReleasingCart, nowMs: number): CartRecord =>
  record.poll?.for === 'reserve' && record.upstreamCartId !== null
    ? { ...record, poll: null, reserveUnseen: true, retry: NO_RETRY, sinceMs: nowMs }
    : gone(record, 'EXPIRED', nowMs);

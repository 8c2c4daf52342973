import type { Caller } from '../partner-api/caller';
import type { PartnerCart, Polling } from '../partner-api/cart';
import { type Failure, cartGone, gaveUpPolling, interrupted } from './failures';
import type { Call, CartRecord, Operation } from './record';

/*
 * The life of a cart, as a pure function: `(record, happening, now) → record`, and what is to be done next, and when, as
 * a function of the record alone. No I/O and no clock in here, so that every order of happenings can be tried out.
 */

/** What can happen to a cart. */
export type Happening =
  /** A call to upstream is about to be made: written ahead of it. */
  | { readonly kind: 'calling'; readonly call: Call }
  /** What came of the call. */
  | { readonly kind: 'sessionOpened'; readonly upstreamCartId: string }
  | { readonly kind: 'polling'; readonly call: Call; readonly polling: Polling & { readonly url: string } }
  | { readonly kind: 'seatsHeld'; readonly upstreamCartId: string; readonly cart: PartnerCart }
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'callFailed';
      readonly call: Call;
      readonly failure: Failure;
      /** `no`: upstream said no. `gone`: it knows no such cart (90003). `unknown`: it may have acted. */
      readonly answer: 'no' | 'gone' | 'unknown';
      /** Where the failed answer told it. */
      readonly upstreamCartId?: string;
    }
  /** What clients do. */
  | { readonly kind: 'leaseRenewed' }
  | { readonly kind: 'shopperLeft' }
  | { readonly kind: 'deleteAsked' }
  /** The moment that `nextStep` named has come. Told only by who has the cart to himself. */
  | { readonly kind: 'timePassed' };

/** What the gateway has to do next for a cart, and not before `atMs`. */
export interface Step {
  /** `tick` is to tell the record `timePassed`; `forget` is to remove the record. */
  readonly kind: 'poll' | 'delete' | 'tick' | 'forget';
  readonly atMs: number;
}

export interface LifecycleTimes {
  /** How long a shopper may be silent. */
  readonly leaseMs: number;
  /** Since when this process listens: nobody could renew a lease with it before. */
  readonly openSinceMs: number;
  /** How long an operation may poll before the shopper is told that it failed. */
  readonly giveUpMs: number;
  /** After this time a call that is still marked as under way has been interrupted: its process died. */
  readonly interruptedAfterMs: number;
}

/** No hold lasts longer; after it, upstream has surely let go of seats that could not be deleted. */
const LONGEST_HOLD_MS = 30 * 60_000;
/** What two clocks and a slow answer may differ by. */
const HOLD_MARGIN_MS = 30_000;
/** For how long a reserve may go on polling that nobody follows. */
const UNSEEN_RESERVE_MS = 5 * 60_000;
/** Ended carts are kept for late readers. */
const KEEP_ENDED_MS = 24 * 60 * 60_000;
/** A `wait` of nothing would be a busy loop. */
const SHORTEST_WAIT_MS = 250;
/** Backoff between tries: 1, 2, 4, … seconds. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 30_000;

const NO_RETRY = { failures: 0, notBeforeMs: 0 };

/** A new cart, before anything was asked of upstream. */
export function begin(
  of: {
    readonly id: string;
    readonly eventId: string;
    readonly currency: string | null;
    readonly caller: Caller;
    readonly requestId: string;
    readonly fingerprint: string | null;
  },
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  return {
    version: 1,
    ...of,
    state: 'RESERVING',
    createdAtMs: nowMs,
    leaseUntilMs: nowMs + times.leaseMs,
    upstreamCartId: null,
    contents: null,
    holdUntilMs: null,
    calling: null,
    poll: null,
    retry: NO_RETRY,
    operations: [{ kind: 'CREATE', attempt: 0, giveUpAtMs: nowMs + times.giveUpMs, outcome: null }],
    reserveUnseen: false,
    releasingSinceMs: null,
    endedAtMs: null,
  };
}

/** Whether the cart has come to its end: nothing is held, nothing will be. */
export const isEnded = (record: CartRecord): boolean => record.endedAtMs !== null;

/** What is to be done next. There always is something: the last step of an ended cart is to be forgotten. */
export function nextStep(record: CartRecord, times: LifecycleTimes): Step {
  if (record.endedAtMs !== null) return { kind: 'forget', atMs: record.endedAtMs + KEEP_ENDED_MS };
  if (record.calling) return { kind: 'tick', atMs: record.calling.sinceMs + times.interruptedAfterMs };
  switch (record.state) {
    case 'RESERVING':
      return record.poll
        ? earliest(pollStep(record), tickAt(leaseEndsAt(record, times)), tickAt(giveUpAt(record)))
        : tickAt(record.createdAtMs + times.interruptedAfterMs);
    case 'HELD':
      return earliest(tickAt(leaseEndsAt(record, times)), tickAt(record.holdUntilMs ?? Infinity));
    case 'RELEASING':
      return earliest(
        record.poll ? pollStep(record) : { kind: 'delete', atMs: record.retry.notBeforeMs },
        tickAt(surelyFreeAt(record)),
      );
    case 'DELETED':
    case 'EXPIRED':
      throw new Error(`A cart in state ${record.state} has no time of its end.`);
  }
}

/** The record after a happening. The very same record where it changes nothing. */
export function after(
  record: CartRecord,
  happening: Happening,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  switch (happening.kind) {
    case 'calling':
      return mayCall(record, happening.call)
        ? { ...record, calling: { call: happening.call, sinceMs: nowMs } }
        : record;
    case 'sessionOpened':
      return called({ ...record, upstreamCartId: happening.upstreamCartId });
    case 'polling':
      return polled(called(record), happening.call, happening.polling, nowMs);
    case 'seatsHeld':
      return held(called(record), happening.upstreamCartId, happening.cart, nowMs, times);
    case 'deleted':
      return released(called(record), nowMs);
    case 'callFailed': {
      const upstreamCartId = record.upstreamCartId ?? happening.upstreamCartId ?? null;
      const known = { ...called(record), upstreamCartId };
      return failed(known, happening.call, happening.failure, happening.answer, nowMs);
    }
    case 'leaseRenewed':
      return renewed(record, nowMs, times);
    case 'shopperLeft':
      return record.state === 'RESERVING' || record.state === 'HELD' ? releasing(record, nowMs) : record;
    case 'deleteAsked':
      return deleteAsked(record, nowMs, times);
    case 'timePassed':
      return timePassed(record, nowMs, times);
  }
}

/** A cart that was given up before its reserve was sent is not reserved any more. */
const mayCall = ({ state, poll }: CartRecord, call: Call): boolean =>
  call === 'poll' ? poll !== null : call === 'delete' ? state === 'RELEASING' : state === 'RESERVING';

const called = (record: CartRecord): CartRecord => ({ ...record, calling: null });

const tickAt = (atMs: number): Step => ({ kind: 'tick', atMs });

const earliest = (...steps: Step[]): Step =>
  steps.reduce((first, step) => (step.atMs < first.atMs ? step : first));

/** "Never poll early": upstream's wait, and the pause after a failure, are both minimums. */
const pollStep = ({ poll, retry }: CartRecord): Step => ({
  kind: 'poll',
  atMs: Math.max(poll?.notBeforeMs ?? 0, retry.notBeforeMs),
});

/** After a restart every shopper has a whole lease's time to be heard of again. */
const leaseEndsAt = ({ leaseUntilMs }: CartRecord, { openSinceMs, leaseMs }: LifecycleTimes): number =>
  Math.max(leaseUntilMs, openSinceMs + leaseMs);

const giveUpAt = (record: CartRecord): number => record.operations[0]?.giveUpAtMs ?? record.createdAtMs;

/** When upstream has let go of the seats by itself, whatever became of our deletes. */
const surelyFreeAt = (record: CartRecord): number =>
  record.holdUntilMs !== null && record.poll?.for !== 'reserve'
    ? record.holdUntilMs + HOLD_MARGIN_MS
    : (record.releasingSinceMs ?? record.createdAtMs) + LONGEST_HOLD_MS;

function polled(
  record: CartRecord,
  call: Call,
  polling: Polling & { readonly url: string },
  nowMs: number,
): CartRecord {
  const { url, cartId } = polling;
  const waitMs = Math.max(polling.waitMs, SHORTEST_WAIT_MS);
  const of = call === 'poll' ? (record.poll?.for ?? 'reserve') : call === 'delete' ? 'delete' : 'reserve';
  const known: CartRecord = {
    ...record,
    upstreamCartId: record.upstreamCartId ?? cartId,
    reserveUnseen: of === 'reserve' ? false : record.reserveUnseen,
    poll: { for: of, url, waitMs, notBeforeMs: nowMs + waitMs },
    retry: NO_RETRY,
    operations: record.operations.map((operation) =>
      operation.outcome === null && (operation.kind === 'DELETE') === (of === 'delete')
        ? { ...operation, attempt: operation.attempt + 1 }
        : operation,
    ),
  };
  return isEnded(record) ? reopened(known, nowMs) : known;
}

function held(
  record: CartRecord,
  upstreamCartId: string,
  cart: PartnerCart,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  const known: CartRecord = {
    ...record,
    upstreamCartId,
    reserveUnseen: false,
    contents: { items: cart.items, totals: cart.totals },
    holdUntilMs: cart.holdSeconds === null ? null : nowMs + cart.holdSeconds * 1000,
    poll: null,
    retry: NO_RETRY,
  };
  if (isEnded(record)) return reopened(known, nowMs);
  if (record.state !== 'RESERVING') return known;
  return after(
    { ...withOutcome(known, 'CREATE', 'done'), state: 'HELD' },
    { kind: 'timePassed' },
    nowMs,
    times,
  );
}

/** An answer that came after the cart was given up: what it holds is released all the same. */
const reopened = (record: CartRecord, nowMs: number): CartRecord => ({
  ...record,
  state: 'RELEASING',
  releasingSinceMs: nowMs,
  endedAtMs: null,
});

function failed(
  record: CartRecord,
  call: Call,
  failure: Failure,
  answer: 'no' | 'gone' | 'unknown',
  nowMs: number,
): CartRecord {
  if (isEnded(record)) return record;
  if (call === 'delete' || (call === 'poll' && record.poll?.for === 'delete')) {
    if (answer === 'gone') return released(record, nowMs);
    // A no to the poll is the answer to the delete: that is sent again.
    const again = answer === 'no' ? { ...record, poll: null } : record;
    return backedOff(again, nowMs, failure.retryAfterSeconds);
  }
  // A poll whose answer was lost is asked again; only a no is the answer to the reserve.
  if (call === 'poll' && answer === 'unknown') return backedOff(record, nowMs, failure.retryAfterSeconds);
  const reserveUnseen = call === 'reserve' && answer === 'unknown';
  const settled = withOutcome({ ...record, poll: null, reserveUnseen }, 'CREATE', failure);
  // Without an id there is nothing to delete: law 4's one exception, where a reserve's answer was lost.
  return answer === 'gone' ? ended(settled, 'DELETED', nowMs) : releasing(settled, nowMs);
}

/** Waits before the next try: longer each time, and as long as upstream asks for. */
function backedOff(record: CartRecord, nowMs: number, retryAfterSeconds: number | null): CartRecord {
  const pauseMs = Math.max(
    Math.min(FIRST_RETRY_MS * 2 ** record.retry.failures, LONGEST_RETRY_MS),
    (retryAfterSeconds ?? 0) * 1000,
    record.poll?.waitMs ?? 0,
  );
  return {
    ...record,
    retry: { failures: Math.min(record.retry.failures + 1, 16), notBeforeMs: nowMs + pauseMs },
  };
}

/** Renews the lease; not for each of many calls in a row, since every renewal is a write. */
function renewed(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  if (record.state !== 'RESERVING' && record.state !== 'HELD') return record;
  if (leaseEndsAt(record, times) <= nowMs) return record;
  const { leaseMs } = times;
  const leaseUntilMs = nowMs + leaseMs;
  return leaseUntilMs - record.leaseUntilMs < leaseMs / 20 ? record : { ...record, leaseUntilMs };
}

/** Gives the cart back: what is polling is followed to its end, and then the cart is deleted upstream. */
function releasing(record: CartRecord, nowMs: number): CartRecord {
  const released: CartRecord = {
    ...withOutcome(record, 'CREATE', cartGone('CART_RELEASED', nowMs)),
    state: 'RELEASING',
    releasingSinceMs: nowMs,
    retry: NO_RETRY,
  };
  const nothingToDelete = record.upstreamCartId === null && record.poll === null && record.calling === null;
  return nothingToDelete ? ended(released, 'DELETED', nowMs) : released;
}

function deleteAsked(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  if (record.operations.some(({ kind }) => kind === 'DELETE')) return record;
  const operation: Operation = {
    kind: 'DELETE',
    attempt: 0,
    giveUpAtMs: nowMs + LONGEST_HOLD_MS,
    outcome: isEnded(record) ? 'done' : null,
  };
  const asked = { ...record, operations: [...record.operations, operation] };
  return after(asked, { kind: 'shopperLeft' }, nowMs, times);
}

function timePassed(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  if (isEnded(record)) return record;
  if (record.calling) {
    const { call, sinceMs } = record.calling;
    return nowMs >= sinceMs + times.interruptedAfterMs
      ? failed(called(record), call, interrupted(record.requestId), 'unknown', nowMs)
      : record;
  }
  switch (record.state) {
    case 'RESERVING':
      if (!record.poll) {
        return nowMs >= record.createdAtMs + times.interruptedAfterMs
          ? failed(record, 'reserve', interrupted(record.requestId), 'unknown', nowMs)
          : record;
      }
      if (nowMs >= giveUpAt(record)) {
        return releasing(withOutcome(record, 'CREATE', gaveUpPolling(record.requestId)), nowMs);
      }
      return nowMs >= leaseEndsAt(record, times) ? releasing(record, nowMs) : record;
    case 'HELD':
      if (record.holdUntilMs !== null && nowMs >= record.holdUntilMs) return ended(record, 'EXPIRED', nowMs);
      return nowMs >= leaseEndsAt(record, times) ? releasing(record, nowMs) : record;
    case 'RELEASING':
      if (nowMs < surelyFreeAt(record)) return record;
      // A reserve that polls for ever: delete it unseen, and allow upstream its hold time once more.
      return record.poll?.for === 'reserve' && record.upstreamCartId !== null
        ? { ...record, poll: null, reserveUnseen: true, retry: NO_RETRY, releasingSinceMs: nowMs }
        : ended(record, 'EXPIRED', nowMs);
    case 'DELETED':
    case 'EXPIRED':
      return record;
  }
}

/**
 * Upstream has let go of the cart. Where nobody saw the end of its reserve, that may have completed after the delete:
 * "a polled reserve completes on its own". So the delete is repeated for as long as a reserve may poll.
 */
function released(record: CartRecord, nowMs: number): CartRecord {
  const mayYetComplete =
    record.state === 'RELEASING' &&
    record.reserveUnseen &&
    nowMs < (record.releasingSinceMs ?? 0) + UNSEEN_RESERVE_MS;
  return mayYetComplete ? backedOff({ ...record, poll: null }, nowMs, null) : ended(record, 'DELETED', nowMs);
}

/** The end. Whatever was asked and not yet answered is answered with it. */
function ended(record: CartRecord, state: 'DELETED' | 'EXPIRED', nowMs: number): CartRecord {
  if (isEnded(record)) return record;
  const over = {
    ...record,
    state,
    endedAtMs: nowMs,
    poll: null,
    retry: NO_RETRY,
  };
  const gone = cartGone(state === 'EXPIRED' ? 'CART_EXPIRED' : 'CART_RELEASED', nowMs);
  return withOutcome(withOutcome(over, 'CREATE', gone), 'DELETE', 'done');
}

/** Settles what is still open of a kind; an outcome once told stands. */
const withOutcome = (
  record: CartRecord,
  kind: Operation['kind'],
  outcome: NonNullable<Operation['outcome']>,
): CartRecord => ({
  ...record,
  operations: record.operations.map((operation) =>
    operation.kind === kind && operation.outcome === null ? { ...operation, outcome } : operation,
  ),
});

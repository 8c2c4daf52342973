import type { Caller } from '../partner-api/caller';
import type { PartnerCart, Polling, Receipt } from '../partner-api/cart';
import { type Failure, cartGone, gaveUpPolling, interrupted } from './failures';
import type { Call, CartRecord, Operation, Purpose } from './record';
import {
  LONGEST_HOLD_MS,
  LOOK_UP_FOR_MS,
  type LifecycleTimes,
  giveUpAt,
  isEnded,
  leaseEndsAt,
  operationOf,
  surelyFreeAt,
} from './schedule';

/*
 * The life of a cart, as a pure function: `(record, happening, now) → record`. What is to be done next, and when, is a
 * function of the record alone: see `schedule`. No I/O and no clock in here, so that every order of happenings can be
 * tried out.
 */

/** What can happen to a cart. */
export type Happening =
  /** A call to upstream is about to be made: written ahead of it, with what goes with it. */
  | { readonly kind: 'calling'; readonly call: Exclude<Call, 'shipping' | 'purchase'> }
  | { readonly kind: 'calling'; readonly call: 'shipping'; readonly shippingOptionId: string }
  | { readonly kind: 'calling'; readonly call: 'purchase'; readonly reference: string }
  /** What came of the call. */
  | { readonly kind: 'sessionOpened'; readonly upstreamCartId: string }
  | { readonly kind: 'polling'; readonly call: Call; readonly polling: Polling & { readonly url: string } }
  | {
      readonly kind: 'seatsHeld';
      readonly call: Call;
      readonly upstreamCartId: string;
      readonly cart: PartnerCart;
    }
  | { readonly kind: 'purchased'; readonly receipt: Receipt }
  /** The order of a purchase whose answer was lost has not been found, yet. */
  | { readonly kind: 'notFound' }
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'callFailed';
      readonly call: Call;
      readonly failure: Failure;
      /**
       * `no`: upstream said no. `gone`: it knows no such cart (90003). `notSent`: it never heard of it. `unknown`: it
       * may have acted.
       */
      readonly answer: 'no' | 'gone' | 'notSent' | 'unknown';
      /** Where the failed answer told it. */
      readonly upstreamCartId?: string;
    }
  /** What clients do. */
  | { readonly kind: 'leaseRenewed' }
  | { readonly kind: 'shopperLeft' }
  | { readonly kind: 'deleteAsked' }
  /** The moment that `nextStep` named has come. Told only by who has the cart to himself. */
  | { readonly kind: 'timePassed' };

/** For how long a call that nobody follows may go on polling upstream. */
const UNSEEN_RESERVE_MS = 5 * 60_000;
const UNSEEN_SHIPPING_MS = 20_000;
/** More than any shopper asks of one cart; a token has one byte for the number of the operation. */
const MOST_OPERATIONS = 200;
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
    shippingOptionId: null,
    shippingAskedFor: null,
    reference: null,
    receipt: null,
    calling: null,
    poll: null,
    retry: NO_RETRY,
    operations: [newOperation('CREATE', nowMs + times.giveUpMs)],
    reserveUnseen: false,
    releasingSinceMs: null,
    unconfirmedSinceMs: null,
    endedAtMs: null,
  };
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
      return calling(record, happening, nowMs, times);
    case 'sessionOpened':
      return called({ ...record, upstreamCartId: happening.upstreamCartId });
    case 'polling':
      return polled(called(record), happening.call, happening.polling, nowMs);
    case 'seatsHeld':
      return held(called(record), happening, nowMs, times);
    case 'purchased':
      return purchased(called(record), happening.receipt, nowMs);
    case 'notFound':
      return record.state === 'UNCONFIRMED' ? backedOff(called(record), nowMs, null) : called(record);
    case 'deleted':
      return released(called(record), nowMs);
    case 'callFailed': {
      const upstreamCartId = record.upstreamCartId ?? happening.upstreamCartId ?? null;
      const known = { ...called(record), upstreamCartId };
      return failed(known, happening.call, happening.failure, happening.answer, nowMs, times);
    }
    case 'leaseRenewed':
      return renewed(record, nowMs, times);
    case 'shopperLeft':
      return record.state === 'RESERVING' || record.state === 'HELD' ? releasing(record, nowMs) : record;
    case 'deleteAsked':
      return deleteAsked(record, nowMs);
    case 'timePassed':
      return timePassed(record, nowMs, times);
  }
}

const newOperation = (kind: Operation['kind'], giveUpAtMs: number): Operation => ({
  kind,
  attempt: 0,
  giveUpAtMs,
  outcome: null,
});

const called = (record: CartRecord): CartRecord => ({ ...record, calling: null });

/** What a call is for; a poll is for what the record says. */
const purposeOf = (record: CartRecord, call: Call): Purpose =>
  call === 'poll'
    ? (record.poll?.for ?? 'reserve')
    : call === 'openCart'
      ? 'reserve'
      : call === 'lookUp'
        ? 'purchase'
        : call;

/** A call is only begun while the cart is in a state for it: one that was given up meanwhile is not reserved any more. */
function mayCall({ state, poll, retry, operations }: CartRecord, call: Call, nowMs: number): boolean {
  switch (call) {
    case 'openCart':
    case 'reserve':
      return state === 'RESERVING';
    case 'shipping':
    case 'payment':
    case 'purchase':
      // "While a polled call on a cart is outstanding the cart counts as busy."
      return (
        state === 'HELD' && poll === null && retry.notBeforeMs <= nowMs && operations.length < MOST_OPERATIONS
      );
    case 'poll':
      return poll !== null;
    case 'delete':
      return state === 'RELEASING';
    case 'lookUp':
      return state === 'UNCONFIRMED';
  }
}

function calling(
  record: CartRecord,
  happening: Extract<Happening, { kind: 'calling' }>,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  const { call } = happening;
  if (record.calling || !mayCall(record, call, nowMs)) return record;
  const begun: CartRecord = { ...record, calling: { call, sinceMs: nowMs } };
  if (call !== 'shipping' && call !== 'payment' && call !== 'purchase') return begun;
  const operation = newOperation(operationOf[call], nowMs + times.giveUpMs);
  const asked = { ...begun, retry: NO_RETRY, operations: [...record.operations, operation] };
  switch (happening.call) {
    case 'purchase':
      return { ...asked, state: 'PURCHASING', reference: happening.reference };
    case 'shipping':
      return { ...asked, shippingAskedFor: happening.shippingOptionId };
    default:
      return asked;
  }
}

function polled(
  record: CartRecord,
  call: Call,
  polling: Polling & { readonly url: string },
  nowMs: number,
): CartRecord {
  const { url, cartId } = polling;
  const waitMs = Math.max(polling.waitMs, SHORTEST_WAIT_MS);
  const purpose = purposeOf(record, call);
  const known: CartRecord = {
    ...record,
    upstreamCartId: record.upstreamCartId ?? cartId,
    reserveUnseen: purpose === 'reserve' ? false : record.reserveUnseen,
    poll: { for: purpose, url, waitMs, notBeforeMs: nowMs + waitMs },
    retry: NO_RETRY,
    operations: record.operations.map((operation) =>
      operation.outcome === null && operation.kind === operationOf[purpose]
        ? { ...operation, attempt: operation.attempt + 1 }
        : operation,
    ),
  };
  return isEnded(record) ? reopened(known, nowMs) : known;
}

function held(
  record: CartRecord,
  { call, upstreamCartId, cart }: Extract<Happening, { kind: 'seatsHeld' }>,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  const purpose = purposeOf(record, call);
  const known: CartRecord = {
    ...record,
    upstreamCartId,
    reserveUnseen: false,
    contents: { items: cart.items, totals: cart.totals, payments: cart.payments },
    holdUntilMs: cart.holdSeconds === null ? record.holdUntilMs : nowMs + cart.holdSeconds * 1000,
    shippingOptionId: purpose === 'shipping' ? record.shippingAskedFor : record.shippingOptionId,
    poll: null,
    retry: NO_RETRY,
  };
  if (isEnded(record)) return purpose === 'reserve' ? reopened(known, nowMs) : record;
  if (record.state !== 'RESERVING' && record.state !== 'HELD') return known;
  const done: CartRecord = { ...withOutcome(known, operationOf[purpose], 'done'), state: 'HELD' };
  return timePassed(done, nowMs, times);
}

/** An answer that came after the cart was given up: what it holds is released all the same. */
const reopened = (record: CartRecord, nowMs: number): CartRecord => ({
  ...record,
  state: 'RELEASING',
  releasingSinceMs: nowMs,
  endedAtMs: null,
});

/** Bought. Also where that is known only now, when the purchase was given up as unconfirmed before. */
const purchased = (record: CartRecord, receipt: Receipt, nowMs: number): CartRecord => ({
  ...withOutcome(record, 'PURCHASE', 'done'),
  state: 'PURCHASED',
  receipt,
  poll: null,
  retry: NO_RETRY,
  endedAtMs: nowMs,
});

function failed(
  record: CartRecord,
  call: Call,
  failure: Failure,
  answer: 'no' | 'gone' | 'notSent' | 'unknown',
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  if (isEnded(record)) return record;
  const again = () => backedOff(record, nowMs, failure.retryAfterSeconds);
  if (call === 'lookUp') return again();
  // A poll whose answer was lost is asked again; only what upstream says is the answer to the call.
  if (call === 'poll' && (answer === 'unknown' || answer === 'notSent')) return again();

  const purpose = purposeOf(record, call);
  const settled = withOutcome({ ...record, poll: null }, operationOf[purpose], failure);
  switch (purpose) {
    case 'delete':
      if (answer === 'gone') return released(record, nowMs);
      // A no to the poll is the answer to the delete: that is sent again.
      return backedOff({ ...record, poll: null }, nowMs, failure.retryAfterSeconds);
    case 'reserve':
      if (answer === 'gone') return ended(settled, 'DELETED', nowMs);
      // Without an id there is nothing to delete: law 4's one exception, where a reserve's answer was lost.
      return releasing({ ...settled, reserveUnseen: call === 'reserve' && answer === 'unknown' }, nowMs);
    case 'shipping':
    case 'payment':
      if (answer === 'gone') return ended(settled, 'EXPIRED', nowMs);
      // It may be polling where nobody follows it: nothing else is sent until it surely is not.
      return answer === 'unknown' && purpose === 'shipping'
        ? { ...settled, retry: { failures: 0, notBeforeMs: nowMs + UNSEEN_SHIPPING_MS } }
        : settled;
    case 'purchase':
      if (record.state !== 'PURCHASING') return record;
      if (answer === 'unknown' || (answer === 'gone' && call === 'poll')) return unconfirmed(record, nowMs);
      if (answer === 'gone') return ended(settled, 'EXPIRED', nowMs);
      return timePassed(
        { ...settled, state: 'HELD', leaseUntilMs: Math.max(record.leaseUntilMs, nowMs + times.leaseMs) },
        nowMs,
        times,
      );
  }
}

/** The answer to a purchase was lost: never sent again, never called a failure; the orders will tell. */
const unconfirmed = (record: CartRecord, nowMs: number): CartRecord => ({
  ...record,
  state: 'UNCONFIRMED',
  poll: null,
  retry: { failures: 1, notBeforeMs: nowMs + FIRST_RETRY_MS },
  unconfirmedSinceMs: nowMs,
});

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
  const gone = cartGone('CART_RELEASED', nowMs);
  const released: CartRecord = {
    ...withOutcome(withOutcome(withOutcome(record, 'CREATE', gone), 'SHIPPING', gone), 'PAYMENT', gone),
    state: 'RELEASING',
    releasingSinceMs: nowMs,
    retry: NO_RETRY,
  };
  const nothingToDelete = record.upstreamCartId === null && record.poll === null && record.calling === null;
  return nothingToDelete ? ended(released, 'DELETED', nowMs) : released;
}

/** A cart that is being bought, or was, is not deleted any more. */
function deleteAsked(record: CartRecord, nowMs: number): CartRecord {
  const isBuying =
    record.state === 'PURCHASING' || record.state === 'PURCHASED' || record.state === 'UNCONFIRMED';
  if (isBuying || record.operations.some(({ kind }) => kind === 'DELETE')) return record;
  const operation = newOperation('DELETE', nowMs + LONGEST_HOLD_MS);
  const asked = { ...record, operations: [...record.operations, operation] };
  if (isEnded(record)) return withOutcome(asked, 'DELETE', 'done');
  return record.state === 'RELEASING' ? asked : releasing(asked, nowMs);
}

function timePassed(record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord {
  if (isEnded(record)) return record;
  if (record.calling) {
    const { call, sinceMs } = record.calling;
    return nowMs >= sinceMs + times.interruptedAfterMs
      ? failed(called(record), call, interrupted(record.requestId), 'unknown', nowMs, times)
      : record;
  }
  const hasLapsed = nowMs >= leaseEndsAt(record, times);
  const hasGivenUp = record.poll !== null && nowMs >= giveUpAt(record);
  switch (record.state) {
    case 'RESERVING':
      if (!record.poll) {
        return nowMs >= record.createdAtMs + times.interruptedAfterMs
          ? failed(record, 'reserve', interrupted(record.requestId), 'unknown', nowMs, times)
          : record;
      }
      return hasGivenUp || hasLapsed ? releasing(givenUp(record, hasGivenUp), nowMs) : record;
    case 'HELD':
      if (record.holdUntilMs !== null && nowMs >= record.holdUntilMs) return ended(record, 'EXPIRED', nowMs);
      return hasGivenUp || hasLapsed ? releasing(givenUp(record, hasGivenUp), nowMs) : record;
    case 'PURCHASING':
      return nowMs >= giveUpAt(record) ? unconfirmed(record, nowMs) : record;
    case 'UNCONFIRMED':
      // It will not be settled any more. Nobody calls that a failure: it stays unconfirmed, and says so.
      return nowMs >= (record.unconfirmedSinceMs ?? 0) + LOOK_UP_FOR_MS
        ? { ...record, endedAtMs: nowMs }
        : record;
    case 'RELEASING':
      if (nowMs < surelyFreeAt(record)) return record;
      // A reserve that polls for ever: delete it unseen, and allow upstream its hold time once more.
      return record.poll?.for === 'reserve' && record.upstreamCartId !== null
        ? { ...record, poll: null, reserveUnseen: true, retry: NO_RETRY, releasingSinceMs: nowMs }
        : ended(record, 'EXPIRED', nowMs);
    case 'PURCHASED':
    case 'DELETED':
    case 'EXPIRED':
      return record;
  }
}

/** Tells whoever waits for what polls that the gateway has stopped waiting, if that is why. */
const givenUp = (record: CartRecord, hasGivenUp: boolean): CartRecord =>
  hasGivenUp
    ? withOutcome(record, operationOf[record.poll?.for ?? 'reserve'], gaveUpPolling(record.requestId))
    : record;

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

/** The end without a purchase. Whatever was asked and not yet answered is answered with it. */
function ended(record: CartRecord, state: 'DELETED' | 'EXPIRED', nowMs: number): CartRecord {
  if (isEnded(record)) return record;
  const gone = cartGone(state === 'EXPIRED' ? 'CART_EXPIRED' : 'CART_RELEASED', nowMs);
  return {
    ...record,
    state,
    endedAtMs: nowMs,
    poll: null,
    retry: NO_RETRY,
    operations: record.operations.map((operation) =>
      operation.outcome === null
        ? { ...operation, outcome: operation.kind === 'DELETE' ? ('done' as const) : gone }
        : operation,
    ),
  };
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

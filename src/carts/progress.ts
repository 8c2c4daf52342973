import { type Failure, cartGone, outcomeUnknown, unknownCart } from './failures';
import { type CartRecord, type Operation, type PurchasedCart, isEnded } from './lifecycle/record';
import { nextStep } from './lifecycle/schedule';
import type { LifecycleTimes } from './lifecycle/times';
import type { LinePlace } from './line/line';
import { newToken } from './token';

/** What clients see of an operation. */
export type Progress =
  | {
      readonly kind: 'pending';
      readonly token: string;
      readonly operation: Operation['kind'];
      readonly attempt: number;
      readonly pollAfterMs: number;
      readonly giveUpAtMs: number;
      /** The cart's place in line; null as soon as upstream has been asked. */
      readonly place: LinePlace | null;
      readonly record: CartRecord;
    }
  | { readonly kind: 'cart'; readonly record: CartRecord }
  | { readonly kind: 'receipt'; readonly record: PurchasedCart }
  | { readonly kind: 'deleted'; readonly cartId: string; readonly deletedAtMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** How long a due answer of upstream takes to arrive. A client that polls after that sees it at once. */
const ANSWER_MARGIN_MS = 250;
/** The shortest wait for clients, while the gateway's own call is under way or due. */
const SHORTEST_WAIT_MS = 500;

/** The longest wait for clients whose cart stands in line. */
const LONGEST_WAIT_MS = 60_000;
/** A client in line looks so often while it waits: the longer the line, the less often. */
const LOOKS_IN_LINE = 4;
/** Estimates can be wrong: the nearer its turn, the sooner a client looks whether it has come. */
const WAIT_PER_PLACE_MS = 2000;

/**
 * How long a client waits before it asks for a place in line again: longer in a long line, so that those who wait do not
 * become the load, and short enough to keep the cart's lease.
 */
export const lineWaitMs = ({ position, estimatedWaitMs }: LinePlace, { leaseMs }: LifecycleTimes): number =>
  Math.max(
    Math.min(estimatedWaitMs / LOOKS_IN_LINE, position * WAIT_PER_PLACE_MS, LONGEST_WAIT_MS, leaseMs / 3),
    SHORTEST_WAIT_MS,
  );

/** Whether an operation has an outcome. */
export const isSettled = (record: CartRecord, operation: number): boolean =>
  record.operations[operation]?.outcome !== null;

/**
 * The progress of operation number `operation` of a cart.
 *
 * @param place the cart's place in line, if it stands there.
 */
export function progressOf(
  record: CartRecord | undefined,
  operation: number,
  nowMs: number,
  times: LifecycleTimes,
  place: LinePlace | null = null,
): Progress {
  const asked = record?.operations[operation];
  if (!record || !asked) return failed(unknownCart());
  const { kind, outcome } = asked;
  if (outcome === null) return pending(record, asked, operation, nowMs, times, place);
  if (outcome !== 'done') return failed(outcome);
  if (kind === 'DELETE') {
    return { kind: 'deleted', cartId: record.id, deletedAtMs: isEnded(record) ? record.endedAtMs : nowMs };
  }
  if (kind === 'PURCHASE' && record.state === 'PURCHASED') return { kind: 'receipt', record };
  // The operation succeeded, but the cart may have ended since.
  switch (record.state) {
    case 'RELEASING':
      return failed(cartGone('CART_RELEASED', record.sinceMs));
    case 'DELETED':
      return failed(cartGone('CART_RELEASED', record.endedAtMs));
    case 'EXPIRED':
      return failed(cartGone('CART_EXPIRED', record.endedAtMs));
    default:
      return { kind: 'cart', record };
  }
}

function pending(
  record: CartRecord,
  { kind, attempt, giveUpAtMs }: Operation,
  operation: number,
  nowMs: number,
  times: LifecycleTimes,
  place: LinePlace | null,
): Progress {
  const token = newToken(record.id, operation);
  const stepAtMs = nextStep(record, times).atMs + ANSWER_MARGIN_MS;
  switch (record.state) {
    case 'UNRESOLVED':
      return failed(outcomeUnknown(token, record.reference.text, null));
    case 'UNCONFIRMED': {
      const retryAfterSeconds = Math.max(stepAtMs - nowMs, SHORTEST_WAIT_MS) / 1000;
      return failed(outcomeUnknown(token, record.reference.text, retryAfterSeconds));
    }
    default: {
      if (place && kind === 'CREATE') {
        const pollAfterMs = nowMs + lineWaitMs(place, times);
        const endMs = nowMs + place.estimatedWaitMs + times.giveUpMs;
        return {
          kind: 'pending',
          token,
          operation: kind,
          attempt,
          pollAfterMs,
          giveUpAtMs: endMs,
          place,
          record,
        };
      }
      // In line and served just now, or being called: the answer comes at any moment.
      const isSoon = record.calling !== null || (record.state === 'RESERVING' && record.place !== null);
      const pollAfterMs = Math.max(isSoon ? nowMs : stepAtMs, nowMs + SHORTEST_WAIT_MS);
      return {
        kind: 'pending',
        token,
        operation: kind,
        attempt,
        pollAfterMs,
        giveUpAtMs,
        place: null,
        record,
      };
    }
  }
}

const failed = (failure: Failure): Progress => ({ kind: 'failed', failure });

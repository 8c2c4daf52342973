import type { CartRecord, Operation } from './record';
import { type Failure, cartGone, outcomeUnknown, unknownCart } from './failures';
import { type LifecycleTimes, isEnded, nextStep } from './schedule';
import { newToken } from './token';

/** What a client is told of an operation. */
export type Progress =
  | {
      readonly kind: 'pending';
      readonly token: string;
      readonly operation: Operation['kind'];
      readonly attempt: number;
      readonly pollAfterMs: number;
      readonly giveUpAtMs: number;
      readonly record: CartRecord;
    }
  | { readonly kind: 'cart'; readonly record: CartRecord }
  | { readonly kind: 'receipt'; readonly record: CartRecord }
  | { readonly kind: 'deleted'; readonly cartId: string; readonly deletedAtMs: number }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** When upstream's answer is due, it still has to come in; a client that asks a little later sees it at once. */
const ANSWER_MARGIN_MS = 250;
/** What a client is told to wait while the gateway's own call is under way, or will be at once. */
const SHORTEST_WAIT_MS = 500;

/** Whether an operation has come to its result. */
export const isSettled = (record: CartRecord, operation: number): boolean =>
  record.operations[operation]?.outcome !== null;

/** What is to be told of operation number `operation` of a cart. */
export function progressOf(
  record: CartRecord | undefined,
  operation: number,
  nowMs: number,
  times: LifecycleTimes,
): Progress {
  const asked = record?.operations[operation];
  if (!record || !asked) return { kind: 'failed', failure: unknownCart() };
  if (asked.outcome === null && record.state === 'UNCONFIRMED') {
    const retryAfterSeconds = isEnded(record)
      ? null
      : Math.max(nextStep(record, times).atMs + ANSWER_MARGIN_MS - nowMs, SHORTEST_WAIT_MS) / 1000;
    const token = newToken(record.id, operation);
    return { kind: 'failed', failure: outcomeUnknown(token, record.reference, retryAfterSeconds) };
  }
  if (asked.outcome === null) {
    return {
      kind: 'pending',
      token: newToken(record.id, operation),
      operation: asked.kind,
      attempt: asked.attempt,
      pollAfterMs: Math.max(
        record.calling ? nowMs : nextStep(record, times).atMs + ANSWER_MARGIN_MS,
        nowMs + SHORTEST_WAIT_MS,
      ),
      giveUpAtMs: asked.giveUpAtMs,
      record,
    };
  }
  if (asked.outcome !== 'done') return { kind: 'failed', failure: asked.outcome };
  if (asked.kind === 'DELETE') {
    return { kind: 'deleted', cartId: record.id, deletedAtMs: record.endedAtMs ?? nowMs };
  }
  if (asked.kind === 'PURCHASE') return { kind: 'receipt', record };
  // It went well; what has become of the cart since?
  const isThere = record.state !== 'RELEASING' && record.state !== 'DELETED' && record.state !== 'EXPIRED';
  if (isThere) return { kind: 'cart', record };
  const code = record.state === 'EXPIRED' ? 'CART_EXPIRED' : 'CART_RELEASED';
  const goneAtMs = isEnded(record) ? record.endedAtMs : record.releasingSinceMs;
  return { kind: 'failed', failure: cartGone(code, goneAtMs) };
}

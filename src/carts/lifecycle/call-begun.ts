import type { CallBegun, OperationBegun } from './cart-event';
import { MOST_OPERATIONS, changePending, newOperation, operationOf } from './operations';
import { type Call, type CartRecord, type HeldCart, baseOf } from './record';
import { NO_RETRY } from './retry';
import type { LifecycleTimes } from './times';

/**
 * Marks a call as under way. Returns the same record if the cart's state forbids the call: for example, a cart that was
 * given up meanwhile is no longer reserved.
 */
export function callBegun(
  record: CartRecord,
  event: CallBegun,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  if (record.calling) return record;
  const calling = { call: event.call, sinceMs: nowMs };
  switch (event.call) {
    case 'shipping':
    case 'payment':
    case 'purchase':
      return record.state === 'HELD' && isFree(record, nowMs)
        ? operationBegun({ ...record, calling }, event, nowMs + times.giveUpMs)
        : record;
    default:
      if (!mayCall(record, event.call)) return record;
      // The wait in line does not count as waiting for upstream.
      return event.call === 'reserve'
        ? changePending({ ...record, calling }, ['CREATE'], (operation) => ({
            ...operation,
            giveUpAtMs: nowMs + times.giveUpMs,
          }))
        : { ...record, calling };
  }
}

/** Whether another operation may begin. "While a polled call on a cart is outstanding the cart counts as busy." */
const isFree = ({ poll, retry, operations }: HeldCart, nowMs: number): boolean =>
  poll === null && retry.notBeforeMs <= nowMs && operations.length < MOST_OPERATIONS;

function operationBegun(record: HeldCart, event: OperationBegun, giveUpAtMs: number): CartRecord {
  const operations = [...record.operations, newOperation(operationOf[event.call], giveUpAtMs)];
  const asked: HeldCart = { ...record, retry: NO_RETRY, operations };
  switch (event.call) {
    case 'purchase':
      return { ...asked, state: 'PURCHASING', reference: event.reference };
    case 'shipping':
      return { ...asked, shippingAskedFor: event.shippingOptionId };
    case 'payment':
      return asked;
  }
}

function mayCall(record: CartRecord, call: Exclude<Call, OperationBegun['call']>): boolean {
  const { state, poll } = record;
  switch (call) {
    case 'openCart':
    case 'reserve':
      return record.state === 'RESERVING' && record.place !== null && record.place.keptUntilMs === null;
    case 'poll':
      return poll !== null;
    case 'delete':
      return state === 'RELEASING';
    case 'lookUp':
      return state === 'UNCONFIRMED';
  }
}

/**
 * The record as it was before a call that upstream refused without carrying anything out: what was begun with the call
 * is as if it had not been, and nothing is lost if the process dies before the call is sent again.
 */
export function turnedAway(record: CartRecord, call: Call): CartRecord {
  if (record.calling?.call !== call) return record;
  const free: CartRecord = { ...record, calling: null };
  switch (call) {
    case 'shipping':
    case 'payment':
      return withoutBegun(free, call);
    case 'purchase':
      return free.state === 'PURCHASING'
        ? { ...baseOf(withoutBegun(free, call)), state: 'HELD', upstreamCartId: free.upstreamCartId }
        : free;
    default:
      return free;
  }
}

/** Without the operation that a call began. One that a delete has settled stays: the delete's own number follows it. */
function withoutBegun<Record extends CartRecord>(record: Record, call: OperationBegun['call']): Record {
  const last = record.operations.at(-1);
  const isBegun = last?.kind === operationOf[call] && last.outcome === null;
  return isBegun ? { ...record, operations: record.operations.slice(0, -1) } : record;
}

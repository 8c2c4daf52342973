import { callAnswered } from './call-answered';
import { callBegun, turnedAway } from './call-begun';
import { callFailed } from './call-failed';
import type { CallFailed, CartEvent } from './cart-event';
import { captchaSolved, deleteAsked, leaseRenewed, shopperLeft } from './client-asked';
import type { CartRecord } from './record';
import { passTime } from './schedule';
import type { LifecycleTimes } from './times';

/**
 * The life of a cart, as a pure function: no I/O, and no clock of its own, so that every order of events can be tested.
 * What is to be done next, and when, follows from the record alone: see `nextStep`.
 *
 * @returns the record after an event; the very same record if the event changes nothing.
 */
export function applyEvent(
  record: CartRecord,
  event: CartEvent,
  nowMs: number,
  times: LifecycleTimes,
): CartRecord {
  switch (event.kind) {
    case 'calling':
      return callBegun(record, event, nowMs, times);
    case 'callFailed':
      return ifStillHeld(callFailed(afterFailedCall(record, event), event, nowMs, times), nowMs, times);
    case 'sessionOpened':
    case 'polling':
    case 'seatsHeld':
    case 'purchased':
    case 'notFound':
    case 'deleted':
      return ifStillHeld(callAnswered({ ...record, calling: null }, event, nowMs), nowMs, times);
    case 'turnedAway':
      return turnedAway(record, event.call);
    case 'captchaSolved':
      return captchaSolved(record, event, nowMs, times);
    case 'leaseRenewed':
      return leaseRenewed(record, nowMs, times);
    case 'shopperLeft':
      return shopperLeft(record, nowMs, times);
    case 'deleteAsked':
      return deleteAsked(record, nowMs);
    case 'timePassed':
      return passTime(record, nowMs, times);
  }
}

/** The record when its call has failed, with upstream's id of the cart if the answer named it. */
const afterFailedCall = (record: CartRecord, { upstreamCartId }: CallFailed): CartRecord =>
  record.upstreamCartId !== null || upstreamCartId === undefined
    ? { ...record, calling: null }
    : { ...record, calling: null, upstreamCartId };

/** If the answer comes after the lease or the hold has ended, the cart is never shown as held. */
const ifStillHeld = (record: CartRecord, nowMs: number, times: LifecycleTimes): CartRecord =>
  record.state === 'HELD' ? passTime(record, nowMs, times) : record;

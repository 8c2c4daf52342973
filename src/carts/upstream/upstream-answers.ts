import {
  type UpstreamError,
  UpstreamNonsense,
  UpstreamNotFound,
  UpstreamRefused,
} from '../../partner-api/errors';
import type { CartAnswer, DeleteAnswer, Polling, PurchaseAnswer } from '../../partner-api/model/cart';
import type { RefusalReason } from '../../partner-api/refusal-reasons';
import type { CallAnswered, CallFailed, FailureMeaning } from '../lifecycle/cart-event';
import type { Call, CartRecord } from '../lifecycle/record';
import { toCartFailure } from './to-cart-failure';

/** What the answer to a reserve, or to a change of a cart, means to the cart. Throws UpstreamNonsense. */
export function cartAnswered(answer: CartAnswer, call: Call, record: CartRecord): CallAnswered | CallFailed {
  if (answer.kind === 'polling') return pollingAnswered(answer, call, record);
  const upstreamCartId = answer.cartId ?? record.upstreamCartId;
  if (upstreamCartId === null) throw new UpstreamNonsense('seats without the id of their cart');
  return { kind: 'seatsHeld', call, upstreamCartId, cart: answer.cart };
}

/** What the answer to a purchase or a delete means to the cart. */
export const endAnswered = (
  answer: PurchaseAnswer | DeleteAnswer,
  call: Call,
  record: CartRecord,
): CallAnswered | CallFailed => (answer.kind === 'polling' ? pollingAnswered(answer, call, record) : answer);

/** If the polling address must not be followed, the outcome is lost. The answer may still name the cart to give back. */
function pollingAnswered(polling: Polling, call: Call, record: CartRecord): CallAnswered | CallFailed {
  const { url, cartId } = polling;
  if (url !== null) return { kind: 'polling', call, polling: { ...polling, url } };
  const failure = toCartFailure(new UpstreamNonsense('a polling address outside the API'), record);
  return {
    kind: 'callFailed',
    call,
    failure,
    meaning: 'lost',
    ...(cartId !== null && { upstreamCartId: cartId }),
  };
}

/** Refusals that may concern the poll itself: its address has expired, or was never known. */
const MAY_REFUSE_POLL: ReadonlySet<RefusalReason> = new Set(['invalidField', 'captchaRequired', 'other']);

/** What the failure of a call means to the cart. */
export function meaningOf(error: UpstreamError, call: Call, { poll }: CartRecord): FailureMeaning {
  const isPoll = call === 'poll';
  if (error instanceof UpstreamNotFound) return isPoll ? 'pollLost' : 'refused';
  if (!(error instanceof UpstreamRefused)) return error.mayHaveActed ? 'lost' : 'notSent';
  const { reason } = error;
  if (isPoll && MAY_REFUSE_POLL.has(reason)) return 'pollLost';
  // The ticketing system is down, but the purchase may be done: it is polled again.
  if (isPoll && poll?.for === 'purchase' && reason === 'maintenance') return 'lost';
  return reason === 'invalidCart' ? 'cartUnknown' : 'refused';
}

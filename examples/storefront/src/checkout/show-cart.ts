import { readEvent } from '../api/events';
import { isFailure, type KeptCart, type Pending, type Trouble } from '../api/outcome';
import type { EventPage } from '../api/events';
import { troubleOf } from './carry-out';
import { runningTask } from './holding';
import { newKey } from './key';
import { repeatCall, reserve } from './reserve';
import { type CreateCall, session } from './session';
import { currentVisit, type Hold, type KeptPlace, moveOn, type Order, type Task, type Visit } from './visit';

type CartNow = typeof session.state;

/** The event of the cart. After a reload it is read again. */
let event: EventPage | null = null;
let isReading = false;
/** The result that the visit shows: a later state of the same cart does not bring its failure back. */
let shownResult: CartNow['result'] = null;

/** Shows what the session knows of the cart, also when another tab has changed it. */
export function showCart(): void {
  const { state } = session;
  const before = currentVisit();
  if (state.status === 'none' || !state.memo) {
    const isOfCart = ['returning', 'holding', 'unsure'].includes(before.stage);
    if (isOfCart) moveOn({ stage: 'browsing' });
    return;
  }
  const order = orderOf(state.memo, before);
  if (!order) return void readOrder(state.memo.input.eventId);
  if (state.status === 'unanswered') return repeatCall(order, state.memo);
  moveOn(visitOf(state, state.memo, order, before));
  shownResult = state.result;
}

/** The order of a stored call. Null if its event has to be read first. */
function orderOf({ input }: CreateCall, before: Visit): Order | null {
  if ('order' in before) ({ event } = before.order);
  return event?.id === input.eventId ? { event, input } : null;
}

async function readOrder(eventId: string): Promise<void> {
  const returning = { stage: 'returning', trouble: null, again: null } as const;
  if (isReading) return;
  isReading = true;
  moveOn(returning);
  try {
    event = await readEvent(eventId, new AbortController().signal);
    isReading = false;
    if (event) showCart();
    else session.leave();
  } catch (error) {
    isReading = false;
    moveOn({ ...returning, trouble: troubleOf(error), again: () => void readOrder(eventId) });
  }
}

function visitOf(state: CartNow, call: CreateCall, order: Order, before: Visit): Visit {
  const { status, cart, pending, holdEndsAtMs } = state;
  const hold: Hold | null = cart && { cart, endsAtMs: holdEndsAtMs ?? performance.now() };
  switch (status) {
    case 'pending':
      if (!hold || cart?.status === 'PENDING')
        return { stage: 'reserving', order, pending: waiting(pending) };
      if (pending?.__typename === 'OutcomeUnknown') {
        return { stage: 'unsure', order, hold, reference: pending.reference };
      }
      return {
        stage: 'holding',
        order,
        hold,
        task: taskOf(waiting(pending)) ?? runningTask() ?? 'purchase',
        pending: waiting(pending),
        trouble: null,
      };
    case 'open':
      if (cart?.status !== 'HELD' || !hold) return refusedVisit(state, call, order);
      return { stage: 'holding', order, hold, task: null, pending: null, trouble: troubleNow(state, before) };
    case 'ended':
      return endOf(state, call, order);
    default:
      return { stage: 'returning', trouble: null, again: null };
  }
}

const waiting = (pending: CartNow['pending']): Pending | null =>
  pending?.__typename === 'Pending' ? pending : null;

function taskOf(pending: Pending | null): Task | null {
  switch (pending?.operation) {
    case 'SHIPPING':
      return 'delivery';
    case 'PAYMENT':
      return 'payment';
    case 'PURCHASE':
      return 'purchase';
    default:
      return null;
  }
}

/** The trouble to show beside held seats: that of the last operation, until the next one. */
function troubleNow({ result }: CartNow, before: Visit): Trouble | null {
  if (result !== shownResult) return result && isFailure(result) ? result : null;
  if (before.stage !== 'holding') return null;
  // The page was reloaded during the purchase, before its first answer.
  if (before.task === 'purchase' && runningTask() === null) return { __typename: 'NotBought' };
  return before.trouble;
}

/** The captcha that a refused reservation asks for; otherwise its end. */
function refusedVisit({ result }: CartNow, call: CreateCall, order: Order): Visit {
  if (result?.__typename === 'CaptchaFailed' && result.captcha) {
    const again = call.captchaToken !== null;
    return { stage: 'captcha', order, captcha: result.captcha, again, place: keptPlace(call) };
  }
  const trouble = result && isFailure(result) ? result : RELEASED;
  return { stage: 'ended', order, trouble, again: () => void reserve(order) };
}

/**
 * Returns the place of a cart whose captcha was refused after it stood in line. The first new captcha is sent with the key
 * of the first call, so that a lost response cannot lead to two carts. If it is refused, too, the place may be gone: a new
 * key then starts a new cart where `placeToken` no longer helps.
 */
function keptPlace({ idempotencyKey, placeToken }: CreateCall): KeptPlace | null {
  const { token } = session;
  return token === null ? null : { token, idempotencyKey: placeToken === null ? idempotencyKey : newKey() };
}

const gone = { __typename: 'CartGone', retryable: false, retryAfterSeconds: null } as const;
const EXPIRED = { ...gone, code: 'CART_EXPIRED' } as const;
const RELEASED = { ...gone, code: 'CART_RELEASED' } as const;

function endOf(state: CartNow, call: CreateCall, order: Order): Visit {
  const { result, cart } = state;
  const receipt = result?.__typename === 'PurchaseReceipt' ? result : receiptOf(cart);
  if (receipt) return { stage: 'bought', order, cart, receipt };
  if (result?.__typename === 'CartDeleted') return { stage: 'browsing' };
  if (result && result.__typename !== 'CartGone') return refusedVisit(state, call, order);
  const trouble =
    cart?.status === 'EXPIRED' ? EXPIRED : cart?.status === 'DELETED' ? RELEASED : (result ?? RELEASED);
  return { stage: 'ended', order, trouble, again: () => void reserve(order) };
}

const receiptOf = (cart: CartNow['cart']): KeptCart['receipt'] =>
  cart && 'receipt' in cart ? cart.receipt : null;

import { ask } from '../api/ask';
import { CartNowDocument } from '../api/generated/graphql';
import type { Outcome, Settled, Trouble } from '../api/outcome';
import { carryOut, troubleOf } from './carry-out';
import { reserve } from './reserve';
import { currentVisit, holdOf, moveOn, onVisit, type Task, type Visit } from './visit';

type Holding = Extract<Visit, { stage: 'holding' }>;
type Held = Pick<Holding, 'order' | 'hold'>;

/** The visit, as long as seats are held; undefined otherwise. */
export function holding(): Holding | undefined {
  const visit = currentVisit();
  return visit.stage === 'holding' ? visit : undefined;
}

/**
 * Carries out one task of the checkout, the page showing that it is under way, and takes what it comes to: a cart that
 * has moved on, seats that are gone, or trouble to show while the seats are still held.
 *
 * @param start makes the call, for the cart with this id.
 * @returns what it came to. Undefined when the shopper has given the seats back meanwhile.
 */
export async function carryOutTask(
  task: Task,
  start: (cartId: string) => Promise<Outcome>,
): Promise<Settled | Trouble | undefined> {
  const visit = holding();
  if (!visit || visit.task !== null) return undefined;
  moveOn({ ...visit, task, pending: null, trouble: null });
  const { id } = visit.hold.cart;
  const givenBack = whenNoLongerHeld(id);
  try {
    const outcome = await carryOut(
      () => start(id),
      (pending) => moveOn({ ...visit, task, pending, trouble: null }),
      givenBack.signal,
    );
    takeIn(visit, outcome);
    return outcome;
  } catch (error) {
    if (givenBack.signal.aborted) return undefined;
    takeIn(visit, troubleOf(error));
    return undefined;
  } finally {
    givenBack.stop();
  }
}

/** Shows what a task came to. */
export function takeIn({ order, hold }: Held, outcome: Settled | Trouble): void {
  const idle = { stage: 'holding', order, hold, task: null, pending: null } as const;
  switch (outcome.__typename) {
    case 'Cart':
      return moveOn({ ...idle, hold: holdOf(outcome), trouble: null });
    case 'PaymentDeclined':
    case 'TotalChanged':
      return moveOn({
        ...idle,
        hold: holdOf({ ...outcome.cart, __typename: 'Cart' }),
        trouble: outcome,
      });
    case 'CartGone':
      return void whatBecameOfIt({ order, hold }, outcome);
    case 'CartDeleted':
      return moveOn({ stage: 'browsing' });
    case 'PurchaseReceipt':
      return moveOn({ stage: 'bought', order, cart: hold.cart, receipt: outcome });
    case 'OutcomeUnknown':
      return moveOn({ stage: 'unsure', order, hold, reference: outcome.reference });
    default:
      return moveOn({ ...idle, trouble: outcome });
  }
}

/** The countdown is over. Looks whether the seats really are gone. */
export async function lookAtHold(): Promise<void> {
  const visit = holding();
  if (visit) await whatBecameOfIt(visit, EXPIRED);
}

const gone = { __typename: 'CartGone', retryable: false, retryAfterSeconds: null } as const;
const EXPIRED = { ...gone, code: 'CART_EXPIRED' } as const;
const RELEASED = { ...gone, code: 'CART_RELEASED' } as const;

/** Asks the gateway what became of a cart that seems to be gone: it may be held longer, or even bought. */
async function whatBecameOfIt({ order, hold }: Held, trouble: Trouble): Promise<void> {
  const again = () => void reserve(order);
  let end: Visit = { stage: 'ended', order, trouble, again };
  try {
    const { cart } = await ask(CartNowDocument, { id: hold.cart.id });
    if (cart?.receipt) end = { stage: 'bought', order, cart: hold.cart, receipt: cart.receipt };
    else if (cart?.status === 'DELETED') end = { stage: 'ended', order, trouble: RELEASED, again };
    else if (cart?.status === 'HELD' && (cart.holdSeconds ?? 0) > 0) {
      const renewed = holdOf({ ...cart, __typename: 'Cart' });
      end = { stage: 'holding', order, hold: renewed, task: null, pending: null, trouble: null };
    }
  } catch (error) {
    troubleOf(error);
  }
  const now = currentVisit();
  if ('hold' in now && now.hold.cart.id === hold.cart.id) moveOn(end);
}

/** A signal that is aborted as soon as this cart is no longer what the visit holds. */
function whenNoLongerHeld(cartId: string): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const stop = onVisit(() => {
    if (holding()?.hold.cart.id !== cartId) controller.abort(new Error('The seats were given back.'));
  });
  return { signal: controller.signal, stop };
}

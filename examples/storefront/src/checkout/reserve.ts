import { ask, askFor } from '../api/ask';
import { CaptchaForEventDocument, CreateCartDocument, DeleteCartDocument } from '../api/generated/graphql';
import type { Outcome } from '../api/outcome';
import { carryOut, troubleOf } from './carry-out';
import { newKey } from './key';
import { currentVisit, holdOf, moveOn, type Order } from './visit';

let underWay = new AbortController();

/** Begins anew: gives back what was held, and looks for these seats. Shows the captcha first, where one is required. */
export async function reserve(order: Order): Promise<void> {
  giveBack();
  const { signal } = (underWay = new AbortController());
  moveOn({ stage: 'reserving', order, pending: null });
  try {
    const { captcha } = await ask(CaptchaForEventDocument, { eventId: order.input.eventId }, signal);
    if (captcha) moveOn({ stage: 'captcha', order, captcha, again: false });
    else await createCart(order, null, newKey(), signal);
  } catch (error) {
    if (signal.aborted) return;
    moveOn({ stage: 'ended', order, trouble: troubleOf(error), again: () => void reserve(order) });
  }
}

/** Goes on with a solved captcha. */
export async function reserveWith(order: Order, captchaToken: string): Promise<void> {
  const { signal } = (underWay = new AbortController());
  await createCart(order, captchaToken, newKey(), signal);
}

/** Gives back whatever is held or being looked for, and does not wait for it: the gateway sees to it. */
export function giveBack(): void {
  const visit = currentVisit();
  underWay.abort(new Error('The shopper has changed their mind.'));
  if (visit.stage === 'holding') void deleteCart({ cartId: visit.hold.cart.id });
  if (visit.stage === 'reserving' && visit.pending) void deleteCart({ token: visit.pending.token });
  moveOn({ stage: 'browsing' });
}

/**
 * Asks for seats. When the answer is lost, the same is sent with the same key on the next try: upstream holds the
 * seats once, however often it is sent. After an answer that says no, a new try has a new key.
 */
async function createCart(
  order: Order,
  captchaToken: string | null,
  idempotencyKey: string,
  signal: AbortSignal,
): Promise<void> {
  moveOn({ stage: 'reserving', order, pending: null });
  const input = { ...order.input, captchaToken, idempotencyKey };
  try {
    const outcome = await carryOut(
      async () => {
        const first = await askFor('createCart', CreateCartDocument, { input });
        if (signal.aborted) giveBackUnseen(first);
        return first;
      },
      (pending) => moveOn({ stage: 'reserving', order, pending }),
      signal,
    );
    switch (outcome.__typename) {
      case 'Cart':
        return moveOn({
          stage: 'holding',
          order,
          hold: holdOf(outcome),
          task: null,
          pending: null,
          trouble: null,
        });
      case 'CaptchaFailed':
        if (outcome.captcha) {
          return moveOn({ stage: 'captcha', order, captcha: outcome.captcha, again: captchaToken !== null });
        }
        return moveOn({ stage: 'ended', order, trouble: outcome, again: () => void reserve(order) });
      case 'Unreachable': {
        const again = () => {
          underWay = new AbortController();
          void createCart(order, captchaToken, idempotencyKey, underWay.signal);
        };
        return moveOn({ stage: 'ended', order, trouble: outcome, again });
      }
      case 'CartDeleted':
      case 'PurchaseReceipt':
        return moveOn({ stage: 'browsing' });
      default:
        return moveOn({ stage: 'ended', order, trouble: outcome, again: () => void reserve(order) });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The shopper had gone before the first answer came: nobody will look at it any more. */
function giveBackUnseen(outcome: Outcome): void {
  if (outcome.__typename === 'Pending') void deleteCart({ token: outcome.token });
  if (outcome.__typename === 'Cart') void deleteCart({ cartId: outcome.id });
}

async function deleteCart(input: { cartId: string } | { token: string }): Promise<void> {
  try {
    await ask(DeleteCartDocument, { input });
  } catch {
    // The lease runs out by itself.
  }
}

import { ask, askFor } from '../api/ask';
import { CaptchaForEventDocument, CreateCartDocument } from '../api/generated/graphql';
import type { Trouble } from '../api/outcome';
import { carryOut, isUnanswered, troubleOf } from './carry-out';
import { newKey } from './key';
import { type CreateCall, session } from './session';
import { type KeptPlace, moveOn, type Order } from './visit';

let underWay = new AbortController();

/** Gives back held seats, and reserves new ones. Shows the captcha first if one is required. */
export async function reserve(order: Order): Promise<void> {
  giveBack();
  const { signal } = (underWay = new AbortController());
  moveOn({ stage: 'reserving', order, pending: null });
  try {
    const { captcha } = await ask(CaptchaForEventDocument, { eventId: order.input.eventId }, signal);
    if (captcha) moveOn({ stage: 'captcha', order, captcha, again: false, place: null });
    else await createCart(order, { captchaToken: null, idempotencyKey: newKey(), placeToken: null });
  } catch (error) {
    if (signal.aborted) return;
    moveOn({ stage: 'ended', order, trouble: troubleOf(error), again: () => void reserve(order) });
  }
}

/** Continues with a solved captcha, at the place in line if one is kept. */
export const reserveWith = (order: Order, captchaToken: string, place: KeptPlace | null): Promise<void> =>
  createCart(order, {
    captchaToken,
    idempotencyKey: place?.idempotencyKey ?? newKey(),
    placeToken: place?.token ?? null,
  });

/** Repeats a call that was not answered before the page was reloaded: with its key, it returns the same cart. */
export const repeatCall = (order: Order, call: CreateCall): void => void createCart(order, call);

/**
 * Gives back the seats that are held or being reserved, or leaves the line. Without waiting: the gateway completes it.
 */
export function giveBack(): void {
  underWay.abort(new Error('The shopper has changed their mind.'));
  session.leave();
  moveOn({ stage: 'browsing' });
}

/**
 * Reserves seats. If the response is lost, the next try has the same input and key: upstream holds the seats only once.
 * After a failure, a new try has a new key.
 */
async function createCart(order: Order, attempt: Omit<CreateCall, 'input'>): Promise<void> {
  moveOn({ stage: 'reserving', order, pending: null });
  const { input } = order;
  const { captchaToken, idempotencyKey, placeToken } = attempt;
  const call = { input, captchaToken, idempotencyKey, placeToken };
  const outcome = await carryOut(
    () =>
      askFor('createCart', CreateCartDocument, {
        input: { ...input, captchaToken, idempotencyKey, placeToken },
      }),
    call,
  );
  if (!outcome || !isUnanswered(outcome)) return;
  // The cart has a token if it was created, or has a place in line: then a poll failed, which says nothing of the cart.
  const isRefused = outcome.__typename !== 'Unreachable' && session.token === null;
  // A refusal is an answer: a reload shall not repeat the call.
  if (isRefused) session.leave();
  const again = () => void (isRefused ? reserve(order) : createCart(order, attempt));
  moveOn({ stage: 'ended', order, trouble: outcome as Trouble, again });
}

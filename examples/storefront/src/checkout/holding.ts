import type { Outcome, Settled, Trouble } from '../api/outcome';
import { carryOut, isUnanswered } from './carry-out';
import { currentVisit, moveOn, type Task, type Visit } from './visit';

type Holding = Extract<Visit, { stage: 'holding' }>;

/** Returns the visit while seats are held; undefined otherwise. */
export function holding(): Holding | undefined {
  const visit = currentVisit();
  return visit.stage === 'holding' ? visit : undefined;
}

let running: Task | null = null;

/** The task that this page has begun and that has no result yet. */
export const runningTask = (): Task | null => running;

/**
 * Runs a task of the checkout. Its progress and its result are shown as soon as they are known: a new state of the cart, lost
 * seats, or a failure while the seats are still held.
 *
 * @param start makes the call, for the cart with this id.
 * @returns the result. Undefined if the shopper gave the seats back in the meantime.
 */
export async function carryOutTask(
  task: Task,
  start: (cartId: string) => Promise<Outcome>,
): Promise<Settled | Trouble | undefined> {
  const visit = holding();
  if (!visit || visit.task !== null) return undefined;
  const { id } = visit.hold.cart;
  running = task;
  const outcome = await carryOut(() => start(id)).finally(() => (running = null));
  const now = holding();
  if (outcome && isUnanswered(outcome) && now) {
    // No result is to be shown, but why there is none.
    moveOn({ ...now, task: null, pending: null, trouble: outcome as Trouble });
  }
  return outcome;
}

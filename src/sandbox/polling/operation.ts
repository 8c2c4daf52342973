import { Refusal } from '../server/refusal';
import type { Reply } from '../server/reply';

/** The result of a completed call: what a poll at `nowMs` receives. */
export type Outcome = (nowMs: number) => Reply;

/** The outcome of `work`. When a call polls, a refusal is an outcome as well. */
export function outcomeOf(work: () => Outcome): Outcome {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return () => error.reply;
  }
}

/** A call that polls. */
export interface Operation {
  /** The original call's path and method, as polling URLs spell them: `cart/tickets/PUT`. */
  readonly call: string;
  readonly cartId: string;
  /** Null until it completes. */
  outcome: Outcome | null;
  /** The opaque parts of its polling URLs, oldest first. */
  readonly urls: string[];
}

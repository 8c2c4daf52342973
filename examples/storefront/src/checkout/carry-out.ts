import { follow } from 'stagedoor/client';

import { askFor, Refused, Unreachable } from '../api/ask';
import { PollCartDocument } from '../api/generated/graphql';
import type { Outcome, Pending, Settled, Trouble } from '../api/outcome';

/** How long to wait before asking again when the network is away, and how often in a row. */
const DIP_MS = 2000;
const DIPS = 15;

/**
 * Starts an operation and follows it to its end.
 *
 * @param start makes the call.
 * @param onPending is told each time that upstream is still at work.
 * @throws the signal's reason once it is aborted. Everything else comes back as a `Trouble`.
 */
export async function carryOut(
  start: () => Promise<Outcome>,
  onPending: (pending: Pending) => void,
  signal: AbortSignal,
): Promise<Settled | Trouble> {
  try {
    const first = await start();
    signal.throwIfAborted();
    return await follow(first, (token) => pollThroughDips(token, signal), { signal, onPending });
  } catch (error) {
    signal.throwIfAborted();
    return troubleOf(error);
  }
}

/** Follows what a token names, beginning with a poll. For an `OutcomeUnknown`, which is to be polled on. */
export const poll = (token: string): Promise<Outcome> => askFor('pollCart', PollCartDocument, { token });

/** A poll that outlives a tunnel: the gateway drives the cart meanwhile, and no result is missed. */
async function pollThroughDips(token: string, signal: AbortSignal): Promise<Outcome> {
  for (let dip = 1; ; dip++) {
    try {
      return await poll(token);
    } catch (error) {
      if (!(error instanceof Unreachable) || dip === DIPS) throw error;
      await pause(DIP_MS);
      signal.throwIfAborted();
    }
  }
}

/** What the shopper typed cannot be right. The message is for the shopper. */
export class Mistyped extends Error {}

/** An error of a call as something to tell the shopper. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreachable) return { __typename: 'Unreachable' };
  if (error instanceof Refused) return { __typename: 'Refused', code: error.code };
  if (error instanceof Mistyped) return { __typename: 'Mistyped', message: error.message };
  throw error;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

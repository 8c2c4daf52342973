import { Refused, Unreachable } from '../api/ask';
import type { Outcome, Settled, Trouble } from '../api/outcome';
import { type CreateCall, session } from './session';

/**
 * Carries out an operation of the cart. The session follows it, and `show-cart.ts` shows its progress and result.
 *
 * @param start makes the call.
 * @returns the result; an error is returned as a `Trouble`. Undefined if the shopper has given the cart back.
 */
export async function carryOut(
  start: () => Promise<Outcome>,
  createCall?: CreateCall,
): Promise<Settled | Trouble | undefined> {
  try {
    return await session.carryOut(start, createCall);
  } catch (error) {
    return troubleOf(error);
  }
}

/** The shopper's input is invalid. The message is for the shopper. */
export class Mistyped extends Error {}

/** Returns an error of a call as a `Trouble` for the shopper. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof Unreachable) return { __typename: 'Unreachable' };
  if (error instanceof Refused) {
    const { code, retryAfterSeconds } = error;
    return { __typename: 'Refused', code, retryAfterSeconds };
  }
  if (error instanceof Mistyped) return { __typename: 'Mistyped', message: error.message };
  throw error;
}

/** Whether an operation has no result, because a call failed. */
export const isUnanswered = ({ __typename }: Settled | Trouble): boolean =>
  __typename === 'Unreachable' || __typename === 'Refused' || __typename === 'Mistyped';

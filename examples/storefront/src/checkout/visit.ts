import { useSyncExternalStore } from 'react';

import type { EventPage } from '../api/events';
import type { CaptchaToSolveFragment, CreateCartInput, ReceiptFragment } from '../api/generated/graphql';
import type { Cart, KeptCart, Pending, Trouble } from '../api/outcome';

/** The tickets that the shopper has chosen, as input of `createCart`. */
export interface Order {
  readonly event: EventPage;
  readonly input: Omit<CreateCartInput, 'idempotencyKey' | 'captchaToken' | 'placeToken'>;
}

/** Held seats. */
export interface Hold {
  readonly cart: Cart | KeptCart;
  /** The end of the hold by `performance.now()`, counted from the response: the shopper's clock may be wrong. */
  readonly endsAtMs: number;
}

/** A place in line, kept for two minutes while the shopper solves a new captcha: the first became stale there. */
export interface KeptPlace {
  /** The newest token of the cart. */
  readonly token: string;
  /** The key for the next try. */
  readonly idempotencyKey: string;
}

/** The tasks of the checkout while seats are held. */
export type Task = 'delivery' | 'payment' | 'purchase';

/**
 * The state of a visit. All tabs have at most one cart, which the session in `session.ts` holds; the visit shows it. Buyer and
 * card are in the forms only, and are gone with the page.
 */
export type Visit =
  | { readonly stage: 'browsing' }
  /** The page was reloaded or opened again. What became of its cart is not yet known. */
  | { readonly stage: 'returning'; readonly trouble: Trouble | null; readonly again: (() => void) | null }
  /** The shopper must solve a captcha first. `again`: the last solution was not accepted. */
  | {
      readonly stage: 'captcha';
      readonly order: Order;
      readonly captcha: CaptchaToSolveFragment;
      readonly again: boolean;
      readonly place: KeptPlace | null;
    }
  /** The cart stands in line, or seats are being reserved. `pending` is null until the first response. */
  | { readonly stage: 'reserving'; readonly order: Order; readonly pending: Pending | null }
  /** Seats are held. `pending` is what `task` waits for; `trouble` is the failure of the last one. */
  | {
      readonly stage: 'holding';
      readonly order: Order;
      readonly hold: Hold;
      readonly task: Task | null;
      readonly pending: Pending | null;
      readonly trouble: Trouble | null;
    }
  /** A purchase with an unknown outcome. */
  | {
      readonly stage: 'unsure';
      readonly order: Order;
      readonly hold: Hold;
      readonly reference: string | null;
    }
  | {
      readonly stage: 'bought';
      readonly order: Order;
      readonly cart: Cart | KeptCart | null;
      readonly receipt: ReceiptFragment;
    }
  /** No seats are held. `again` tries the same again, if that can help. */
  | {
      readonly stage: 'ended';
      readonly order: Order;
      readonly trouble: Trouble;
      readonly again: (() => void) | null;
    };

let visit: Visit = { stage: 'browsing' };
const listeners = new Set<() => void>();

export const currentVisit = (): Visit => visit;

/** Sets the state of the visit and updates the page. */
export function moveOn(next: Visit): void {
  visit = next;
  for (const listener of listeners) listener();
}

export function useVisit(): Visit {
  return useSyncExternalStore(listen, currentVisit);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the shopper has a place in line, or one that is kept for a new captcha. */
export const isInLine = (now: Visit): boolean =>
  now.stage === 'reserving' ? Boolean(now.pending?.queue) : now.stage === 'captcha' && now.place !== null;

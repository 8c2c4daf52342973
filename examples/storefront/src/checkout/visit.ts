import { useSyncExternalStore } from 'react';

import type { EventPage } from '../api/events';
import type { CaptchaToSolveFragment, CreateCartInput, ReceiptFragment } from '../api/generated/graphql';
import type { Cart, Pending, Trouble } from '../api/outcome';

/** What the shopper wants: tickets for an event, as `createCart` asks for them. */
export interface Order {
  readonly event: EventPage;
  readonly input: Omit<CreateCartInput, 'idempotencyKey' | 'captchaToken'>;
}

/** Seats that are held. */
export interface Hold {
  readonly cart: Cart;
  /** When, by `performance.now()`, the hold runs out. Counted from the answer: the shopper's clock may be wrong. */
  readonly endsAtMs: number;
}

/** What the checkout is busy with while seats are held. */
export type Task = 'delivery' | 'payment' | 'purchase';

/** How far the shopper has come. One tab has one visit, and at most one cart. It lives in memory only. */
export type Visit =
  | { readonly stage: 'browsing' }
  /** A captcha is to be solved first. `again`: the last solution was not accepted. */
  | {
      readonly stage: 'captcha';
      readonly order: Order;
      readonly captcha: CaptchaToSolveFragment;
      readonly again: boolean;
    }
  /** Seats are being looked for. `pending` is null until the first answer. */
  | { readonly stage: 'reserving'; readonly order: Order; readonly pending: Pending | null }
  /** Seats are held. `pending` is what `task` waits for; `trouble` is what became of the last one. */
  | {
      readonly stage: 'holding';
      readonly order: Order;
      readonly hold: Hold;
      readonly task: Task | null;
      readonly pending: Pending | null;
      readonly trouble: Trouble | null;
    }
  /** A purchase whose outcome is not known yet. */
  | {
      readonly stage: 'unsure';
      readonly order: Order;
      readonly hold: Hold;
      readonly reference: string | null;
    }
  | {
      readonly stage: 'bought';
      readonly order: Order;
      readonly cart: Cart;
      readonly receipt: ReceiptFragment;
    }
  /** Nothing is held. `again` tries the same once more, where that makes sense. */
  | {
      readonly stage: 'ended';
      readonly order: Order;
      readonly trouble: Trouble;
      readonly again: (() => void) | null;
    };

let visit: Visit = { stage: 'browsing' };
const listeners = new Set<() => void>();

export const currentVisit = (): Visit => visit;

/** Moves the visit on, and with it the page. */
export function moveOn(next: Visit): void {
  visit = next;
  for (const tell of listeners) tell();
}

export function useVisit(): Visit {
  return useSyncExternalStore(onVisit, currentVisit);
}

/** Calls `tell` whenever the visit moves on, until the returned function is called. */
export function onVisit(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

/** A cart that has just come, with its countdown started. */
export const holdOf = (cart: Cart): Hold => ({
  cart,
  endsAtMs: performance.now() + (cart.holdSeconds ?? 0) * 1000,
});

import type { CartStatus, PollingResult } from './schema-types.ts';

/** The fields of a `Cart` that a `CartSession` reads: select them in every operation. */
export interface CartLike {
  readonly __typename: 'Cart';
  readonly id: string;
  readonly status: `${CartStatus}`;
  readonly releaseUrl: string;
  readonly holdSeconds: number | null;
  readonly holdExpiresAt: string | null;
  readonly leaseExpiresAt: string | null;
}

/** The fields of a `Pending` that a `CartSession` reads: select them in every operation. */
export interface PendingCartLike {
  readonly __typename: 'Pending';
  readonly token: string;
  readonly waitSeconds: number;
  readonly releaseUrl: string;
  readonly cart: { readonly id: string };
}

/** The fields of an `OutcomeUnknown` that a `CartSession` reads: select them in every operation. */
export interface UnknownLike {
  readonly __typename: 'OutcomeUnknown';
  readonly token: string;
  readonly retryAfterSeconds: number | null;
}

type ReadByName = 'Cart' | 'Pending' | 'OutcomeUnknown';

/** Every other result. `PaymentDeclined` and `TotalChanged` may have the cart as it is now. */
interface OtherLike {
  readonly __typename: Exclude<NonNullable<PollingResult['__typename']>, ReadByName>;
}

/** A selection of the union `PollingResult` with all that a `CartSession` reads. */
export type CartResult = CartLike | PendingCartLike | UnknownLike | OtherLike;

type Named<Result, Name> = Extract<Result, { readonly __typename: Name }>;

/** A result that is not yet final: the session polls on. */
export type Unsettled<Result> = Named<Result, 'Pending' | 'OutcomeUnknown'>;

/** A final result. */
export type Final<Result> = Exclude<Result, { readonly __typename: 'Pending' | 'OutcomeUnknown' }>;

/** What a `CartSession` knows of its cart. */
export interface CartState<Result, Cart, Memo> {
  /**
   * - `none`: there is no cart.
   * - `returning`: a cart is in the storage, and the gateway has not yet answered what became of it.
   * - `unanswered`: the page was closed before the call that creates the cart was answered. Repeat the call with the same
   *   input and `idempotencyKey`: it returns the same cart.
   * - `pending`: an operation is under way. `pending` is its newest answer.
   * - `open`: nothing is under way. `result` is the failure of the last operation, if it failed.
   * - `ended`: the cart is bought, deleted, expired, or was never reserved. `result` and `cart` say which.
   */
  readonly status: 'none' | 'returning' | 'unanswered' | 'pending' | 'open' | 'ended';
  /** What the page has stored with the cart. */
  readonly memo: Memo | null;
  /** The newest answer about the cart. Null before the first one. */
  readonly cart: Cart | null;
  /** The end of the hold by the session's `now`: a wrong clock of the shopper is harmless. Null without a hold. */
  readonly holdEndsAtMs: number | null;
  /** Null while no operation is under way, and before its first answer. */
  readonly pending: Unsettled<Result> | null;
  /** The result of the last operation. Null if it was a `Cart`. */
  readonly result: Final<Result> | null;
}

/** The state without a cart. */
export const NO_CART = {
  status: 'none',
  memo: null,
  cart: null,
  holdEndsAtMs: null,
  pending: null,
  result: null,
} as const;

import type { FailureCode, KeepCartMutation, OutcomeFragment } from './generated/graphql';

/** The result of a cart operation. */
export type Outcome = OutcomeFragment;
/** Upstream has not finished. */
export type Pending = Extract<Outcome, { __typename: 'Pending' }>;
/** A final result. */
export type Settled = Exclude<Outcome, Pending>;
/** The held seats. */
export type Cart = Extract<Outcome, { __typename: 'Cart' }>;
/** A cart as the renewal of its lease returns it: in any state, with its receipt once it is bought. */
export type KeptCart = NonNullable<KeepCartMutation['keepCart']>;
/** Every failure of the schema: the types that implement its `Failure`. */
export type Failure = Extract<Outcome, { code: FailureCode }>;

/** Why the shopper has no tickets: a failure of the schema, or of the request. */
export type Trouble =
  | Failure
  /** No response came. */
  | { readonly __typename: 'Unreachable' }
  /** A purchase failed while the page was reloaded: the reason is not known any more. */
  | { readonly __typename: 'NotBought' }
  /** The card number or the security code is mistyped: nothing was sent. The message to the shopper names which. */
  | { readonly __typename: 'Mistyped'; readonly message: string }
  /** The gateway responded with an error that only its operator can solve. */
  | { readonly __typename: 'Refused'; readonly code: string; readonly retryAfterSeconds: number | null };

/** Whether an outcome is a failure. */
export const isFailure = (outcome: Settled): outcome is Failure => 'code' in outcome;

import type { FailureCode, OutcomeFragment } from './generated/graphql';

/** What a cart operation comes to. */
export type Outcome = OutcomeFragment;
/** Upstream is still at work. */
export type Pending = Extract<Outcome, { __typename: 'Pending' }>;
/** What it comes to in the end. */
export type Settled = Exclude<Outcome, Pending>;
/** The seats that are held. */
export type Cart = Extract<Outcome, { __typename: 'Cart' }>;
/** Every failure of the schema: the types that implement its `Failure`. */
export type Failure = Extract<Outcome, { code: FailureCode }>;

/** Whatever stands between a shopper and the tickets: a failure of the schema, or of the way to the gateway. */
export type Trouble =
  | Failure
  /** No answer came. */
  | { readonly __typename: 'Unreachable' }
  /** The card's number or security code is mistyped: nothing was sent. The message says which, for the shopper. */
  | { readonly __typename: 'Mistyped'; readonly message: string }
  /** The gateway answered with an error: something that only its operator can act on. */
  | { readonly __typename: 'Refused'; readonly code: string };

/** Whether an outcome is a failure. */
export const isFailure = (outcome: Settled): outcome is Failure => 'code' in outcome;

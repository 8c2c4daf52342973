import type { PartnerCart, Polling, Receipt } from '../../partner-api/model/cart';
import type { Failure } from '../failures';
import type { Call, PurchaseReference } from './record';

/** Something that happens to a cart. */
export type CartEvent =
  CallBegun | CallAnswered | CallFailed | TurnedAway | ClientAsked | CaptchaSolved | TimePassed;

/** A call to upstream is about to be made. Written before the call, with what goes with it. */
export type CallBegun =
  { readonly kind: 'calling'; readonly call: Exclude<Call, OperationBegun['call']> } | OperationBegun;

/** A call that is a new operation on a held cart. */
export type OperationBegun =
  | { readonly kind: 'calling'; readonly call: 'payment' }
  | { readonly kind: 'calling'; readonly call: 'shipping'; readonly shippingOptionId: string }
  | { readonly kind: 'calling'; readonly call: 'purchase'; readonly reference: PurchaseReference };

/** What upstream answered to a call. */
export type CallAnswered =
  | { readonly kind: 'sessionOpened'; readonly upstreamCartId: string }
  | PollingStarted
  | SeatsHeld
  | { readonly kind: 'purchased'; readonly receipt: Receipt }
  /** The order of a lost purchase was not found yet. */
  | { readonly kind: 'notFound' }
  | { readonly kind: 'deleted' };

/** Upstream gave an address to poll. */
export interface PollingStarted {
  readonly kind: 'polling';
  readonly call: Call;
  readonly polling: Polling & { readonly url: string };
}

/** Upstream reported what it holds. */
export interface SeatsHeld {
  readonly kind: 'seatsHeld';
  readonly call: Call;
  readonly upstreamCartId: string;
  readonly cart: PartnerCart;
}

/** A call failed. */
export interface CallFailed {
  readonly kind: 'callFailed';
  readonly call: Call;
  readonly failure: Failure;
  readonly meaning: FailureMeaning;
  /** Present if the failed answer named it. */
  readonly upstreamCartId?: string;
}

/**
 * What a failed call means for the cart upstream.
 *
 * - `refused`: upstream refused the call and did nothing.
 * - `cartUnknown`: upstream does not know the cart, or no longer (90003).
 * - `notSent`: upstream never received the call.
 * - `lost`: upstream may have executed the call.
 * - `pollLost`: upstream does not know the polling address, and may have executed the call that it is for.
 */
export type FailureMeaning = 'refused' | 'cartUnknown' | 'notSent' | 'lost' | 'pollLost';

/** Upstream refused a call before it carried anything out, for the rate or the partner's reservations: it is sent again. */
export interface TurnedAway {
  readonly kind: 'turnedAway';
  readonly call: Call;
}

/** The shopper solved a new captcha, for a cart whose captcha became stale in line. */
export interface CaptchaSolved {
  readonly kind: 'captchaSolved';
  readonly captchaToken: string;
  /** Of the input with the new captcha: see `CartBase.fingerprint`. */
  readonly fingerprint: string | null;
}

/** What clients do. */
export interface ClientAsked {
  readonly kind: 'leaseRenewed' | 'shopperLeft' | 'deleteAsked';
}

/** The time that `nextStep` named has come. Applied only by the holder of the cart's lock. */
export interface TimePassed {
  readonly kind: 'timePassed';
}

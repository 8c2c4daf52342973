import { newOperation } from './operations';
import type { CartBase, Place, ReservingCart } from './record';
import { NO_RETRY } from './retry';
import type { LifecycleTimes } from './times';

/** What a cart is created with. */
export interface NewCart
  extends
    Pick<
      CartBase,
      'edition' | 'id' | 'eventId' | 'currency' | 'caller' | 'accounts' | 'requestId' | 'fingerprint'
    >,
    Pick<Place, 'request' | 'captchaToken'> {}

/** The record of a new cart, before anything was asked of upstream. */
export const newCart = (
  { request, captchaToken, ...of }: NewCart,
  nowMs: number,
  times: LifecycleTimes,
): ReservingCart => ({
  version: 2,
  ...of,
  state: 'RESERVING',
  place: { request, captchaToken, joinedAtMs: nowMs, keptUntilMs: null },
  createdAtMs: nowMs,
  leaseUntilMs: nowMs + times.leaseMs,
  leftAtMs: null,
  upstreamCartId: null,
  contents: null,
  holdUntilMs: null,
  shippingOptionId: null,
  shippingAskedFor: null,
  calling: null,
  poll: null,
  retry: NO_RETRY,
  operations: [newOperation('CREATE', nowMs + times.giveUpMs)],
  reserveUnseen: false,
});

export {
  follow,
  type FollowOptions,
  type PendingLike,
  type PollingResultLike,
  type Settled,
} from './follow.ts';
export { CartSession, type CartCalls, type CartName, type CartSessionOptions } from './cart-session.ts';
export type { PageLike, StorageLike } from './cart-page.ts';
export type {
  CartLike,
  CartResult,
  CartState,
  Final,
  PendingCartLike,
  UnknownLike,
  Unsettled,
} from './cart-state.ts';

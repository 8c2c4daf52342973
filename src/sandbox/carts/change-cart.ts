import { refuseWhileDown } from '../events/maintenance';
import { pollingDepth } from '../polling/depth';
import { outcomeOf, type Outcome } from '../polling/operation';
import type { Call } from '../server/call';
import type { Reply } from '../server/reply';
import type { Services } from '../services';
import type { Cart } from './cart';

/** A change to a cart that may poll. */
interface Change {
  /** As polling URLs spell it, such as `cart/PUT`. */
  name: string;
  cart: Cart;
  /** Where the cart records it while it polls. */
  slot: 'shipping' | 'purchasing';
  /** Makes the change; may throw a Refusal. */
  make: (atMs: number) => Outcome;
}

/**
 * Makes a change now or, if the call polls, at the end of its waits. Until then the cart is busy. A polled change that
 * comes due during maintenance ends with 20001.
 */
export function changeCart(
  call: Call,
  { behaviour, polling }: Services,
  nowMs: number,
  change: Change,
): Reply {
  const { name, cart, slot, make } = change;
  const depth = pollingDepth(call, behaviour);
  if (depth === 0) return make(nowMs)(nowMs);
  const operation = polling.start(
    {
      call: name,
      cartId: cart.id,
      depth,
      ready: () => true,
      complete: (dueMs) => {
        cart[slot] = null;
        return outcomeOf(() => {
          refuseWhileDown(cart.event, behaviour, dueMs);
          return make(dueMs);
        });
      },
    },
    nowMs,
  );
  cart[slot] = operation;
  return polling.accepted(operation, nowMs);
}

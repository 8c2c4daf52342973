import type { Answer } from './answers';
import type { Call } from './call';
import type { Cart } from './carts';
import { orRefusal, type Outcome } from './polling';
import { depthOf, type Rooms } from './rooms';

/** A change to a cart that may poll. */
interface Change {
  /** As polling URLs spell it, such as `cart/PUT`. */
  name: string;
  cart: Cart;
  /** Where the cart keeps it while it polls. */
  slot: 'shipping' | 'purchasing';
  /** Makes the change; may throw a Refusal. */
  make: (atMs: number) => Outcome;
}

/** Makes a change now or, when the call polls, at the end of its waits; until then the cart is busy. */
export function mayPoll(call: Call, { moods, polling }: Rooms, nowMs: number, change: Change): Answer {
  const { name, cart, slot, make } = change;
  const depth = depthOf(call, moods);
  if (depth === 0) return make(nowMs)(nowMs);
  const operation = polling.start(
    {
      call: name,
      cartId: cart.id,
      depth,
      ready: () => true,
      complete: (dueMs) => {
        cart[slot] = null;
        return orRefusal(() => make(dueMs));
      },
    },
    nowMs,
  );
  cart[slot] = operation;
  return polling.accepted(operation, nowMs);
}

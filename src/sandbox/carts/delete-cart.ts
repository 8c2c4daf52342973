import { checkEvent } from './usable-cart';
import { refuseWhileDown } from '../events/maintenance';
import { pollingDepth } from '../polling/depth';
import { outcomeOf } from '../polling/operation';
import { empty } from '../server/reply';
import type { Handler } from '../services';

/**
 * "Delete a cart", or a captcha session without a reserve. If it polls, the seats become free when it completes; a
 * second DELETE until then joins the first. One that comes due during maintenance ends with 20001 and deletes nothing.
 */
export const deleteCart: Handler = (call, { behaviour, carts, polling }, nowMs) => {
  const cart = carts.active(call.query.get('cart_id'));
  checkEvent(cart, call);
  refuseWhileDown(cart.event, behaviour, nowMs);
  const depth = pollingDepth(call, behaviour);
  if (depth === 0 && cart.deleting === null) {
    carts.delete(cart, nowMs);
    return empty(204);
  }
  cart.deleting ??= polling.start(
    {
      call: 'cart/DELETE',
      cartId: cart.id,
      depth,
      ready: () => true,
      complete: (dueMs) => {
        cart.deleting = null;
        return outcomeOf(() => {
          refuseWhileDown(cart.event, behaviour, dueMs);
          carts.delete(cart, dueMs);
          return () => empty(204);
        });
      },
    },
    nowMs,
  );
  return polling.accepted(cart.deleting, nowMs);
};

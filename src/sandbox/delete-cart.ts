import { bare, refusal } from './answers';
import { underMaintenance } from './maintenance';
import { depthOf, type Handler } from './rooms';

/**
 * "Delete a cart", or an empty captcha session. When it polls, the seats are free when it completes. Asking again
 * meanwhile asks for the same deletion.
 */
export const deleteCart: Handler = (call, { moods, carts, polling }, nowMs) => {
  const cart = carts.alive(call.query.get('cart_id'));
  if (moods.maintenance && underMaintenance(cart.event?.timeZone ?? null, nowMs)) throw refusal(20001);
  const depth = depthOf(call, moods);
  if (depth === 0 && cart.deleting === null) {
    carts.delete(cart, nowMs);
    return bare(204);
  }
  cart.deleting ??= polling.start(
    {
      call: 'cart/DELETE',
      cartId: cart.id,
      depth,
      ready: () => true,
      complete: (dueMs) => {
        cart.deleting = null;
        carts.delete(cart, dueMs);
        return () => bare(204);
      },
    },
    nowMs,
  );
  return polling.accepted(cart.deleting, nowMs);
};

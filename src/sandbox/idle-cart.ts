import { refusal } from './answers';
import { cartIdOf, type Call } from './call';
import type { Cart } from './carts';
import type { Holding } from './holding';
import { underMaintenance } from './maintenance';
import type { Observations } from './report';
import type { Rooms } from './rooms';
import type { RouteName } from './routes';

/**
 * "While a polled call on a cart is outstanding the cart counts as busy."
 * @throws Refusal 90003 when it is, which is a violation too.
 */
export function refuseBusy(cart: Cart | undefined, route: RouteName, observations: Observations): void {
  if ((cart?.reserving ?? cart?.shipping ?? cart?.purchasing ?? cart?.deleting ?? null) === null) return;
  observations.violation('busyCart', `${route} on ${cart?.id}, which polls`);
  throw refusal(90003, 'the cart is busy');
}

/**
 * The cart that a call names, ready for it.
 * @throws Refusal 90003 when it is unknown, ended or busy, 20001 during its event's maintenance.
 */
export function idleCart(call: Call, { moods, carts, observations }: Rooms, nowMs: number): Cart {
  const cartId = cartIdOf(call);
  refuseBusy(carts.find(cartId), call.route, observations);
  const cart = carts.alive(cartId);
  if (moods.maintenance && underMaintenance(cart.event?.timeZone ?? null, nowMs)) throw refusal(20001);
  return cart;
}

/**
 * What a cart holds.
 * @throws Refusal 90003 when that is nothing, or no longer anything.
 */
export function heldBy(cart: Cart): Holding {
  if (cart.holding === null) throw refusal(90003, 'the cart holds no seats');
  return cart.holding;
}

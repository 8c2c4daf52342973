import type { Call } from '../server/call';
import { refuseWhileDown } from '../events/maintenance';
import type { Observations } from '../report/observations';
import type { RouteName } from '../routes/route-names';
import { refusal } from '../server/refusal';
import type { Services } from '../services';
import type { Cart } from './cart';
import type { Holding } from './holding';

/**
 * "While a polled call on a cart is outstanding the cart counts as busy."
 * @throws Refusal 90003 if it is busy, which is a violation too.
 */
export function refuseBusy(cart: Cart | undefined, route: RouteName, observations: Observations): void {
  if ((cart?.reserving ?? cart?.shipping ?? cart?.purchasing ?? cart?.deleting ?? null) === null) return;
  observations.violation('busyCart', `${route} on ${cart?.id} during a polled call`);
  throw refusal(90003, 'the cart is busy');
}

/**
 * Checks that a cart belongs to the event in the path, where there is one.
 * @throws Refusal 90003.
 */
export function checkEvent(cart: Cart, { params }: Call): void {
  const { event = cart.event?.id } = params;
  if (cart.event?.id !== event) throw refusal(90003, 'the cart is of another event');
}

/**
 * The cart with this id, ready for `call`.
 * @throws Refusal 90003 if it is unknown, ended, busy or of another event, 20001 during its event's maintenance.
 */
export function usableCart(
  cartId: string | null,
  call: Call,
  { behaviour, carts, observations }: Services,
  nowMs: number,
): Cart {
  refuseBusy(carts.find(cartId), call.route, observations);
  const cart = carts.active(cartId);
  checkEvent(cart, call);
  refuseWhileDown(cart.event, behaviour, nowMs);
  return cart;
}

/**
 * The seats that a cart holds.
 * @throws Refusal 90003 if it holds none.
 */
export function holdingOf(cart: Cart): Holding {
  if (cart.holding === null) throw refusal(90003, 'the cart holds no seats');
  return cart.holding;
}

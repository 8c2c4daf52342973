import { notFound, refusal } from './answers';
import { refuseBusy } from './idle-cart';
import { underMaintenance } from './maintenance';
import { depthOf, type Handler } from './rooms';
import { reserveBody, select } from './selection';

/**
 * "Reserve tickets". Polls when told to, and, again and again, while the partner has as many simultaneous
 * reservations as it may. Seats are taken when it completes, not when it is asked for.
 */
export const reserve: Handler = (call, { moods, events, carts, polling, observations }, nowMs) => {
  const body = reserveBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const { cart_id: cartId, event: wanted } = body.data;

  if (moods.captchaRequired && cartId === undefined) throw refusal(10004);
  const known = carts.find(cartId);
  refuseBusy(known, 'reserve', observations);
  if (cartId !== undefined) carts.alive(cartId);

  const event = events.get(wanted.id);
  if (event === undefined) throw notFound('event');
  if (!event.answer.api_transactable) throw refusal(90001);
  if (moods.maintenance && underMaintenance(event.timeZone, nowMs)) throw refusal(20001);
  const selection = select(event, wanted, moods.restrictSingle.has(event.id));

  const depth = depthOf(call, moods);
  const mustWait = carts.reservationsBeside(known, 'holdingOrPending') >= moods.reservationLimit;
  const cart = known ?? carts.create(false, nowMs);
  if (depth === 0 && !mustWait) return carts.hold(cart, selection, nowMs)(nowMs);

  const operation = polling.start(
    {
      call: 'cart/tickets/PUT',
      cartId: cart.id,
      depth,
      ready: () => carts.reservationsBeside(cart, 'holding') < moods.reservationLimit,
      complete: (dueMs) => carts.complete(cart, selection, dueMs),
    },
    nowMs,
  );
  carts.begin(cart, selection, operation);
  return polling.accepted(operation, nowMs);
};

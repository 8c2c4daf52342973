import { isDown, refuseWhileDown } from '../events/maintenance';
import { reserveBody, reserveBodyUnderEvent, type ReserveEvent } from '../offers/reserve-body';
import { select } from '../offers/selection';
import { pollingDepth } from '../polling/depth';
import type { Call } from '../server/call';
import { notFound, Refusal, refusal } from '../server/refusal';
import { errorReply, type Reply } from '../server/reply';
import type { Handler, Services } from '../services';
import type { Cart } from './cart';
import { requiresCaptcha } from './cart-session';
import { refuseBusy } from './usable-cart';

/** "Reserve tickets" in edition 2015: in the cart that a solved captcha opened, or in a new one. */
export const reserve: Handler = (call, services, nowMs) => {
  const { behaviour, carts, observations } = services;
  const body = reserveBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const { cart_id: cartId, event } = body.data;
  if (behaviour.captchaRequired && cartId === undefined) throw refusal(10004);
  const known = carts.find(cartId);
  refuseBusy(known, 'reserve', observations);
  if (cartId !== undefined) carts.active(cartId);
  return reserveIn(known, event.id, event, call, services, nowMs);
};

/** "Reserve tickets" in edition 2018: always in a new cart, under the event's path, with the solution of the captcha. */
export const reserveUnderEvent: Handler = (call, services, nowMs) => {
  const { behaviour, captcha } = services;
  const { event: eventId = '' } = call.params;
  const body = reserveBodyUnderEvent.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const { token = '', reserve: requested } = body.data;
  if (requiresCaptcha(behaviour, eventId)) {
    if (token === '') throw refusal(10004);
    if (!captcha.redeem(token, nowMs)) throw refusal(10031);
  }
  return reserveIn(undefined, eventId, requested, call, services, nowMs);
};

/**
 * Reserves, in a new cart if there is none yet. Polls if asked to. While the partner has as many simultaneous reservations
 * as allowed, it polls repeatedly or is refused with 429. Seats are taken when it completes, not when it is called.
 */
function reserveIn(
  known: Cart | undefined,
  eventId: string,
  requested: ReserveEvent,
  call: Call,
  { behaviour, events, carts, polling }: Services,
  nowMs: number,
): Reply {
  const event = events.get(eventId);
  if (event === undefined) throw notFound('event');
  if (!event.answer.api_transactable) throw refusal(90001);
  refuseWhileDown(event, behaviour, nowMs);
  const selection = select(event, requested, behaviour.restrictSingle.has(event.id));

  const depth = pollingDepth(call, behaviour);
  const mustWait = carts.otherReservations(known, 'holdingOrPending') >= behaviour.reservationLimit;
  if (mustWait && behaviour.refusesOverReservationLimit) throw tooManyReservations();
  const cart = known ?? carts.create(false, nowMs);
  if (depth === 0 && !mustWait) return carts.hold(cart, selection, nowMs)(nowMs);

  const operation = polling.start(
    {
      call: 'cart/tickets/PUT',
      cartId: cart.id,
      depth,
      ready: () => carts.otherReservations(cart, 'holding') < behaviour.reservationLimit,
      complete: (dueMs) => carts.complete(cart, selection, isDown(event, behaviour, dueMs), dueMs),
    },
    nowMs,
  );
  carts.begin(cart, selection, operation);
  return polling.accepted(operation, nowMs);
}

/** 429 in the API's own shape: unlike a quota fault it comes from behind the gate and has no `errorcode`. */
function tooManyReservations(): Refusal {
  return new Refusal(errorReply(429, 429, 'Too many simultaneous reservations'));
}

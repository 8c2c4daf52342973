import { z } from 'zod';
import { json, notFound, refusal } from './answers';
import type { Call } from './call';
import type { Cart } from './carts';
import { DELIVERY_OPTIONS, type DeliveryOption } from './delivery';
import { heldBy, idleCart } from './idle-cart';
import { mayPoll } from './may-poll';
import { amount } from './pricing';
import type { Handler, Rooms } from './rooms';

const setShippingBody = z.object({ cart_id: z.string().optional(), shipping_id: z.string() });

/** "Shipping": what there is to choose from. Never polls. */
export const shippingOptions: Handler = (call, rooms, nowMs) => {
  const { currency } = heldBy(shippedCart(call, rooms, nowMs)).contents;
  return json(200, { shipping_options: DELIVERY_OPTIONS.map((option) => optionBody(option, currency)) });
};

/**
 * "Shipping": a choice, which gives the cart its full hold time again. A payment was for the total before it, so it is
 * gone.
 */
export const setShipping: Handler = (call, rooms, nowMs) => {
  const body = setShippingBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const cart = shippedCart(call, rooms, nowMs);
  heldBy(cart);
  const delivery = DELIVERY_OPTIONS.find(({ id }) => id === body.data.shipping_id);
  if (delivery === undefined) throw refusal(10104);
  return mayPoll(call, rooms, nowMs, {
    name: `events/${cart.event?.id}/cart/shipping/PUT`,
    cart,
    slot: 'shipping',
    make: (atMs) => rooms.carts.keep(cart, { ...heldBy(cart), delivery, payment: null }, atMs),
  });
};

/** The cart that a call names under its event. A partner with preconfigured shipping has no such endpoint. */
function shippedCart(call: Call, rooms: Rooms, nowMs: number): Cart {
  if (rooms.moods.shippingPreconfigured) throw notFound('endpoint');
  const { event = '' } = call.params;
  if (!rooms.events.has(event)) throw notFound('event');
  const cart = idleCart(call, rooms, nowMs);
  if (cart.event?.id !== event) throw refusal(90003, 'the cart is of another event');
  return cart;
}

/** An option's totals are those of the delivery alone. */
function optionBody(
  { id, carrier, serviceLevel, requiresAddress, feeCents }: DeliveryOption,
  currency: string,
) {
  return {
    carrier,
    id,
    service_level: serviceLevel,
    requires_address: requiresAddress,
    totals: {
      currency_code: currency,
      fee: amount(feeCents),
      grand: amount(feeCents),
      merchandise: 0,
      tax: 0,
      unpaid: 0,
    },
  };
}

import { z } from 'zod';
import type { Cart } from '../carts/cart';
import { changeCart } from '../carts/change-cart';
import { holdingOf, usableCart } from '../carts/usable-cart';
import { amount } from '../offers/charges';
import type { Call } from '../server/call';
import { notFound, refusal } from '../server/refusal';
import { json } from '../server/reply';
import type { Handler, Services } from '../services';
import { DELIVERY_OPTIONS, type DeliveryOption } from './delivery';

const setShippingBody = z.object({ shipping_id: z.string() });

/** "Shipping": the delivery options of a cart. Never polls. */
export const shippingOptions: Handler = (call, services, nowMs) => {
  const { currency } = holdingOf(cartOf(call, services, nowMs)).contents;
  return json(200, { shipping_options: DELIVERY_OPTIONS.map((option) => optionBody(option, currency)) });
};

/**
 * "Shipping": chooses an option, which renews the cart's full hold time. It voids a payment, which was for the total
 * before.
 */
export const setShipping: Handler = (call, services, nowMs) => {
  const body = setShippingBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const cart = cartOf(call, services, nowMs);
  holdingOf(cart);
  const delivery = DELIVERY_OPTIONS.find(({ id }) => id === body.data.shipping_id);
  if (delivery === undefined) throw refusal(10104);
  return changeCart(call, services, nowMs, {
    name: `events/${cart.event?.id}/cart/shipping/PUT`,
    cart,
    slot: 'shipping',
    make: (atMs) => services.carts.keep(cart, { ...holdingOf(cart), delivery, payment: null }, atMs),
  });
};

/** The cart in the query, under its event's path. A partner with preconfigured shipping has no such endpoint. */
function cartOf(call: Call, services: Services, nowMs: number): Cart {
  if (services.behaviour.shippingPreconfigured) throw notFound('endpoint');
  if (!services.events.has(call.params.event ?? '')) throw notFound('event');
  return usableCart(call.query.get('cart_id'), call, services, nowMs);
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

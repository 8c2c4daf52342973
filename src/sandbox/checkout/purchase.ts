import { z } from 'zod';
import { changeCart } from '../carts/change-cart';
import { unpaidCents } from '../carts/holding';
import { holdingOf, usableCart } from '../carts/usable-cart';
import { amount } from '../offers/charges';
import type { Order } from '../orders/orders';
import { refusal } from '../server/refusal';
import { json } from '../server/reply';
import type { Handler, Services } from '../services';

const purchaseBody = z.object({ cart_id: z.string(), source_account_id: z.string().optional() });

/** "Purchase": sells the seats and ends the cart. A second purchase is a violation, since it takes the money. */
export const purchase: Handler = (call, services, nowMs) => {
  const body = purchaseBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  const { cart_id: cartId, source_account_id: sourceAccountId } = body.data;
  refuseRepetition(cartId, services);
  const cart = usableCart(cartId, call, services, nowMs);
  const holding = holdingOf(cart);
  if (holding.delivery === null && !services.behaviour.shippingPreconfigured) {
    throw refusal(10002, 'no delivery is chosen');
  }
  if (unpaidCents(holding) !== 0) throw refusal(10002, 'the cart is not paid for');
  return changeCart(call, services, nowMs, {
    name: 'cart/PUT',
    cart,
    slot: 'purchasing',
    make: (atMs) => {
      const bought = holdingOf(cart);
      const order = services.orders.place(cart, bought, sourceAccountId ?? null, atMs);
      services.carts.sell(cart, bought, atMs);
      return () => json(200, purchaseReply(order));
    },
  });
};

function refuseRepetition(cartId: string, { carts, orders, observations }: Services): void {
  const isOutstanding = (carts.find(cartId)?.purchasing ?? null) !== null;
  if (!isOutstanding && !orders.isBought(cartId)) return;
  observations.violation('purchaseRepeated', `${cartId} ${isOutstanding ? 'is being bought' : 'was bought'}`);
  throw refusal(90003, 'the cart is bought');
}

function purchaseReply({ token, number, totalCents }: Order) {
  return {
    redemption_url: `https://myorder.ticketmaster.com/redeem?token=${token}`,
    tm_app_url: `ticketmaster:///partners/redeem?token=${token}`,
    grand_total: amount(totalCents),
    order_token: token,
    order_number: number,
  };
}

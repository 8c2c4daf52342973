import { z } from 'zod';
import { json, refusal } from './answers';
import { cartIdOf, type Call } from './call';
import { heldBy, idleCart } from './idle-cart';
import { mayPoll } from './may-poll';
import type { Order } from './orders';
import { amount, unpaidCents } from './pricing';
import type { Handler, Rooms } from './rooms';

const purchaseBody = z.object({ cart_id: z.string(), source_account_id: z.string().optional() });

/** "Purchase": sells the seats and ends the cart. To ask for it twice is a violation, since it takes the money. */
export const purchase: Handler = (call, rooms, nowMs) => {
  const body = purchaseBody.safeParse(call.json);
  if (!body.success) throw refusal(10002, body.error.issues[0]?.path.join('.'));
  refuseRepetition(call, rooms);
  const cart = idleCart(call, rooms, nowMs);
  const holding = heldBy(cart);
  if (holding.delivery === null && !rooms.moods.shippingPreconfigured) {
    throw refusal(10002, 'no delivery is chosen');
  }
  if (unpaidCents(holding) !== 0) throw refusal(10002, 'the cart is not paid for');
  return mayPoll(call, rooms, nowMs, {
    name: 'cart/PUT',
    cart,
    slot: 'purchasing',
    make: (atMs) => {
      const bought = heldBy(cart);
      const order = rooms.orders.place(cart, bought, body.data.source_account_id ?? null, atMs);
      rooms.carts.sell(cart, bought, atMs);
      return () => json(200, boughtBody(order));
    },
  });
};

function refuseRepetition(call: Call, { carts, orders, observations }: Rooms): void {
  const cartId = cartIdOf(call);
  const polls = (carts.find(cartId)?.purchasing ?? null) !== null;
  if (!polls && !orders.isBought(cartId)) return;
  observations.violation('purchaseRepeated', `${cartId} ${polls ? 'is being bought' : 'was bought'}`);
  throw refusal(90003, 'the cart is bought');
}

function boughtBody({ token, number, totalCents }: Order) {
  return {
    redemption_url: `https://myorder.ticketmaster.com/redeem?token=${token}`,
    tm_app_url: `ticketmaster:///partners/redeem?token=${token}`,
    grand_total: amount(totalCents),
    order_token: token,
    order_number: number,
  };
}

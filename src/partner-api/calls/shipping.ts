import type { CartAnswer, CartReference, ShippingOption } from '../model/cart';
import { readShippingOptions } from '../wire/checkout';
import { jsonOf } from '../wire/json';
import { type Call, path } from './call';
import { readCartResponse } from './cart-response';
import { nullIfNotFound } from './failures';

export interface ShippingOptionsOf {
  readonly cart: CartReference;
  readonly currency: string | null;
}

export interface SetShipping extends ShippingOptionsOf {
  readonly shippingOptionId: string;
}

/** Shipping came in 2016, under the path of that year. */
const pathOf = ({ eventId }: CartReference): string => path`/events/${eventId}/cart/shipping`;

/** The ways of delivery. Null: the account is preconfigured and chooses none. */
export const shippingOptions: Call<ShippingOptionsOf, ShippingOption[] | null> = {
  name: 'shippingOptions',
  callClass: 'checkout',
  isRetried: true,
  request: ({ cart }) => ({ method: 'GET', path: pathOf(cart), query: { cart_id: cart.cartId } }),
  read: (response, { currency }) => readShippingOptions(jsonOf(response), currency),
  onFailure: nullIfNotFound,
};

/** Chooses a way of delivery. May poll. */
export const setShipping: Call<SetShipping, CartAnswer> = {
  name: 'setShipping',
  callClass: 'checkout',
  isRetried: false,
  request: ({ cart, shippingOptionId }) => ({
    method: 'PUT',
    path: pathOf(cart),
    query: { cart_id: cart.cartId },
    body: { shipping_id: shippingOptionId },
  }),
  read: readCartResponse,
};

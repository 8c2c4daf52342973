import { countryIsoOf } from '../../model/appendix';
import type { PaymentMethod } from '../../model/payment';
import type { Calls } from '../edition';
import {
  certificate as certificate2015,
  encodeBuyer,
  encodeCard,
  setPayment as setPayment2015,
} from '../../calls/payment';
import { cartPath } from './cart-path';

/** The certificate under which the page encrypts a card, the same for every cart. */
export const certificate: Calls['certificate'] = {
  ...certificate2015,
  request: () => ({ method: 'GET', path: '/certificate' }),
};

/** Sets how a cart is paid. */
export const setPayment: Calls['setPayment'] = {
  ...setPayment2015,
  request: ({ cart, payment: { buyer, method, amount } }) => ({
    method: 'PUT',
    path: `${cartPath(cart.eventId)}/payment`,
    body: {
      cart_id: cart.cartId,
      payment: {
        ...encodeBuyer(buyer, { code: countryIsoOf(buyer.address.country) }),
        amount,
        ...encodeMethod(method, buyer.address.postalCode),
      },
    },
  }),
};

/** A wallet's own token takes the place of the card's number; what a phone encrypted is a bundle. */
function encodeMethod(method: PaymentMethod, postalCode: string): object {
  switch (method.kind) {
    case 'card':
      return { type: 'CC', card: encodeCard(method, postalCode) };
    case 'invoice':
      return { type: 'INVOICE', reference: method.reference };
    case 'wallet':
      return {
        type: method.wallet,
        card: method.wallet === 'WALLET' ? { number: method.token } : { bundle: method.token },
      };
  }
}

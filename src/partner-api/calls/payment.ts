import type { CartAnswer, CartReference } from '../model/cart';
import { EditionLacks } from '../errors';
import type {
  Buyer,
  EncryptedCard,
  PaymentCertificate,
  PaymentMethod,
  PaymentRequest,
} from '../model/payment';
import { readCertificate } from '../wire/checkout';
import { jsonOf } from '../wire/json';
import type { Call } from './call';
import { readCartResponse } from './cart-response';

export interface SetPayment {
  readonly cart: CartReference;
  readonly payment: PaymentRequest;
  readonly currency: string | null;
}

/** The certificate under which the page encrypts a card. */
export const certificate: Call<CartReference, PaymentCertificate> = {
  name: 'certificate',
  callClass: 'checkout',
  isRetried: true,
  request: ({ cartId }) => ({ method: 'GET', path: '/certificate', query: { cart_id: cartId } }),
  read: (response) => readCertificate(jsonOf(response)),
};

/** Sets how a cart is paid. */
export const setPayment: Call<SetPayment, CartAnswer> = {
  name: 'payment',
  callClass: 'checkout',
  isRetried: false,
  request: ({ cart, payment }) => ({
    method: 'PUT',
    path: '/cart/payment',
    body: { cart_id: cart.cartId, payment: encodePayment(payment) },
  }),
  read: readCartResponse,
};

const encodePayment = ({ buyer, method, amount }: PaymentRequest): object => ({
  ...encodeBuyer(buyer, { id: buyer.address.country }),
  amount,
  ...encodeMethod(method, buyer.address.postalCode),
});

/** @throws EditionLacks for a wallet. */
function encodeMethod(method: PaymentMethod, postalCode: string): object {
  switch (method.kind) {
    case 'card':
      return { type: 'CC', card: encodeCard(method, postalCode) };
    case 'invoice':
      return { type: 'INVOICE', reference: method.reference };
    case 'wallet':
      throw new EditionLacks('payments by wallet', 'method.wallet');
  }
}

/**
 * Encodes who buys.
 *
 * @param country the address's, as the edition writes it.
 */
export const encodeBuyer = (
  { firstName, lastName, homePhone, email, address }: Buyer,
  country: object,
): object => ({
  first_name: firstName,
  last_name: lastName,
  ...(homePhone !== undefined && { home_phone: homePhone }),
  email_address: email,
  address: {
    line1: address.line1,
    line2: address.line2 ?? '',
    ...(address.unit !== undefined && { unit: address.unit }),
    city: address.city,
    country,
    ...(address.region !== undefined && { region: { abbrev: address.region } }),
    postal_code: address.postalCode,
  },
});

/** Encodes a card that the page encrypted. `postalCode` is the buyer's, for a card that has none of its own. */
export const encodeCard = (card: EncryptedCard, postalCode: string): object => ({
  number: card.number,
  cin: card.securityCode,
  encryption_key: card.certificateId,
  ...(card.issuer !== undefined && { issuer: card.issuer }),
  expire_month: card.expiryMonth,
  expire_year: card.expiryYear,
  postal_code: card.postalCode ?? postalCode,
});

import { constants, publicEncrypt } from 'node:crypto';

import { CREATE, RESULT, type Result, askOne } from './carts';
import type { House } from './house';

const CHECKOUT_RESULT = `${RESULT}
  ... on Cart { remainingSteps payments { kind lastFour amount { amount } } }
  ... on PurchaseReceipt {
    orderToken orderNumber redemptionUrl appUrl grandTotal { amount currency } cart { id status leaseExpiresAt }
  }
  ... on PaymentDeclined { cart { id status } }
  ... on TotalChanged { cart { id status } }
  ... on OutcomeUnknown { token reference }
`;

export const POLL_CHECKOUT = `query Poll($token: ID!, $wait: Int) {
  pollCart(token: $token, waitUpToSeconds: $wait) { ${CHECKOUT_RESULT} }
}`;
export const SHIPPING_OPTIONS = `query Options($id: ID!) {
  cart(id: $id) { remainingSteps shippingOptions { shippingOptionId carrier serviceLevel requiresAddress fee { amount } } }
}`;
export const SHIP = `mutation Ship($input: SetCartShippingInput!, $wait: Int) {
  setCartShipping(input: $input, waitUpToSeconds: $wait) { ${CHECKOUT_RESULT} }
}`;
export const CERTIFICATE = `query Certificate($cartId: ID!) {
  paymentCertificate(cartId: $cartId) { certificateId pem expiresAt }
}`;
export const PAY = `mutation Pay($input: SetCartPaymentInput!) {
  setCartPayment(input: $input) { ${CHECKOUT_RESULT} }
}`;
export const PURCHASE = `mutation Purchase($input: PurchaseCartInput!, $wait: Int) {
  purchaseCart(input: $input, waitUpToSeconds: $wait) { ${CHECKOUT_RESULT} }
}`;

/** Buys two tickets by invoice, collected at the venue. Resolves to the `PurchaseReceipt`. */
export async function buyTwo(house: Pick<House, 'ask'>, eventId: string, ticketId: string): Promise<Result> {
  const tickets = [{ ticketId, quantity: 2 }];
  const { id: cartId } = await askOne(house, CREATE, { input: { eventId, tickets } });
  await askOne(house, SHIP, { input: { cartId, shippingOptionId: '4' } });
  const method = { invoiceReference: '1234567890' };
  const { totals } = await askOne(house, PAY, { input: { cartId, buyer: BUYER, method } });
  return askOne(house, PURCHASE, { input: { cartId, expectedTotal: totals.grand.amount } });
}

/** The manual's test card of 2015. */
export const TEST_CARD = { number: '4588883206000011', securityCode: '123' };

export const BUYER = {
  firstName: 'John',
  lastName: 'Doe',
  email: 'john.doe@example.com',
  homePhone: '212-867-5309',
  address: {
    line1: '123 Main Street',
    city: 'Los Angeles',
    state: 'CALIFORNIA',
    country: 'UNITED_STATES_OF_AMERICA',
    postalCode: '90210',
  },
};

/** Encrypts as the manual wants a page to: 16 characters of salt in front, RSA PKCS#1 v1.5, base64. */
export const encrypted = (pem: string, text: string): string =>
  publicEncrypt(
    { key: pem, padding: constants.RSA_PKCS1_PADDING },
    Buffer.from(`abcdefghijklmnop${text}`),
  ).toString('base64');

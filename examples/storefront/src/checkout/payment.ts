import { type EncryptedCard, encryptCard } from '@stagedoor/client/card';

import { askFor, find } from '../api/ask';
import { type BuyerInput, PaymentCertificateDocument, SetPaymentDocument } from '../api/generated/graphql';
import { Mistyped } from './carry-out';
import { carryOutTask } from './holding';

/** A card as the shopper typed it. It is not stored, and leaves the page only encrypted. */
export interface TypedCard {
  readonly number: string;
  readonly securityCode: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

/**
 * Sets the buyer and the payment. Encrypts the card under upstream's certificate, so that only upstream can read it.
 */
export const pay = (buyer: BuyerInput, card: TypedCard): Promise<unknown> =>
  carryOutTask('payment', async (cartId) => {
    const certificate = await find('paymentCertificate', PaymentCertificateDocument, { cartId });
    if (!certificate) return CART_GONE;
    const encrypted = encrypt(certificate.pem, card);
    const { certificateId } = certificate;
    const { expiryMonth, expiryYear } = card;
    return askFor('setCartPayment', SetPaymentDocument, {
      input: {
        cartId,
        buyer,
        method: { card: { ...encrypted, certificateId, expiryMonth, expiryYear } },
      },
    });
  });

function encrypt(pem: string, { number, securityCode }: TypedCard): EncryptedCard {
  try {
    return encryptCard(pem, number, securityCode);
  } catch (error) {
    // The message quotes neither number nor code.
    throw new Mistyped(error instanceof Error ? error.message : 'The card cannot be read.');
  }
}

const CART_GONE = {
  __typename: 'CartGone',
  code: 'CART_UNKNOWN',
  retryable: false,
  retryAfterSeconds: null,
} as const;

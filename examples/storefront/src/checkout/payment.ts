import { type EncryptedCard, encryptCard } from 'stagedoor/client';

import { ask, askFor } from '../api/ask';
import { type BuyerInput, PaymentCertificateDocument, SetPaymentDocument } from '../api/generated/graphql';
import { Mistyped } from './carry-out';
import { carryOutTask } from './holding';

/** A card as the shopper typed it. It is kept nowhere, and leaves the page only encrypted. */
export interface TypedCard {
  readonly number: string;
  readonly securityCode: string;
  readonly expiryMonth: number;
  readonly expiryYear: number;
}

/**
 * Says who buys and how they pay. The card is encrypted here, under upstream's certificate; neither the gateway nor
 * anybody before it can read it.
 */
export const pay = (buyer: BuyerInput, card: TypedCard): Promise<unknown> =>
  carryOutTask('payment', async (cartId) => {
    const { paymentCertificate } = await ask(PaymentCertificateDocument, { cartId });
    if (!paymentCertificate) return CART_GONE;
    const encrypted = encrypt(paymentCertificate.pem, card);
    const { expiryMonth, expiryYear } = card;
    const certificateId = paymentCertificate.id;
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
    // Its message is a sentence that quotes neither number nor code.
    throw new Mistyped(error instanceof Error ? error.message : 'The card cannot be read.');
  }
}

const CART_GONE = {
  __typename: 'CartGone',
  code: 'CART_UNKNOWN',
  retryable: false,
  retryAfterSeconds: null,
} as const;

import type { CartRecord } from '../carts/record';
import { STATES } from '../partner-api/appendix';
import type { Buyer, PaymentMethod } from '../partner-api/endpoints';
import { result } from './cart-resolvers';
import { dateTime } from './date-time';
import type {
  BuyerInput,
  CartResolvers,
  MutationResolvers,
  PaymentMethodInput,
  PurchaseReceiptResolvers,
  QueryResolvers,
} from './generated';

export const checkoutQueries: QueryResolvers = {
  paymentCertificate: async (_, { cartId }, { checkout }) => {
    const found = await checkout.certificate(cartId);
    return found && { ...found.certificate, expiresAt: dateTime(found.goodUntilMs) };
  },
};

export const checkoutMutations: MutationResolvers = {
  setCartShipping: async (_, { input, waitUpToSeconds }, { checkout, caller, requestId, signal }) => {
    const { cartId, shippingOptionId } = input;
    const asker = { caller, requestId, signal };
    return result(await checkout.setShipping(cartId, shippingOptionId, asker, waitUpToSeconds ?? 0));
  },
  setCartPayment: async (_, { input }, { checkout, caller, requestId, signal }) => {
    const { cartId, buyer, method } = input;
    const payment = { buyer: buyerOf(buyer), method: methodOf(method) };
    return result(await checkout.setPayment(cartId, payment, { caller, requestId, signal }));
  },
  purchaseCart: async (_, { input, waitUpToSeconds }, { checkout, caller, requestId, signal }) => {
    const { cartId, expectedTotal, sourceAccountId } = input;
    const asker = { caller, requestId, signal };
    return result(
      await checkout.purchase(
        cartId,
        expectedTotal,
        sourceAccountId ?? undefined,
        asker,
        waitUpToSeconds ?? 0,
      ),
    );
  },
};

const receiptOf = (record: CartRecord) => (record.receipt ? { kind: 'receipt' as const, record } : null);

export const checkoutResolvers: CartResolvers = {
  shippingOptions: (cart, _, { checkout }) => checkout.shippingOptions(cart),
  shipping: async (cart, _, { checkout }) => {
    if (cart.shippingOptionId === null) return null;
    const options = await checkout.shippingOptions(cart);
    return options?.find(({ id }) => id === cart.shippingOptionId) ?? null;
  },
  payments: ({ contents }) => contents?.payments ?? [],
  remainingSteps: (cart, _, { checkout }) => checkout.remainingSteps(cart),
  receipt: (cart) => receiptOf(cart),
};

export const receiptResolvers: PurchaseReceiptResolvers = {
  orderToken: ({ record }) => record.receipt?.orderToken ?? null,
  orderNumber: ({ record }) => record.receipt?.orderNumber ?? null,
  redemptionUrl: ({ record }) => record.receipt?.redemptionUrl ?? null,
  appUrl: ({ record }) => record.receipt?.appUrl ?? null,
  grandTotal: ({ record }) => record.receipt?.grandTotal ?? record.contents?.totals?.grand ?? null,
  cart: ({ record }) => record,
};

/** The postal abbreviation that upstream wants for a region, by the number that it has inside the server. */
const regionOf = (stateId: number | null | undefined): string | undefined =>
  STATES.find((state) => state.stateId === stateId)?.postal;

function buyerOf({ firstName, lastName, email, homePhone, address }: BuyerInput): Buyer {
  const region = regionOf(address.state);
  return {
    firstName,
    lastName,
    email,
    ...(typeof homePhone === 'string' && { homePhone }),
    address: {
      line1: address.line1,
      ...(typeof address.line2 === 'string' && { line2: address.line2 }),
      ...(typeof address.unit === 'string' && { unit: address.unit }),
      city: address.city,
      ...(region !== undefined && { region }),
      country: address.country,
      postalCode: address.postalCode,
    },
  };
}

/** `@oneOf`: exactly one of the two is there. */
function methodOf({ card, invoiceReference }: PaymentMethodInput): PaymentMethod {
  if (!card) return { kind: 'invoice', reference: invoiceReference ?? '' };
  const { number, securityCode, certificateId, issuer, expiryMonth, expiryYear, postalCode } = card;
  return {
    kind: 'card',
    number,
    securityCode,
    certificateId,
    ...(typeof issuer === 'string' && { issuer }),
    expiryMonth,
    expiryYear,
    ...(typeof postalCode === 'string' && { postalCode }),
  };
}

import type { CartRecord } from '../../carts/lifecycle/record';
import { STATES } from '../../partner-api/model/appendix';
import type { Buyer, PaymentMethod } from '../../partner-api/model/payment';
import { result } from './cart-resolvers';
import { dateTime } from './date-time';
import type {
  BuyerInput,
  CartResolvers,
  MutationResolvers,
  PaymentMethodInput,
  PurchaseReceiptResolvers,
  QueryResolvers,
} from '../generated';

export const checkoutQueries = {
  paymentCertificate: async (_, { cartId }, { checkout, toWallTime }) => {
    const found = await checkout.certificate(cartId);
    return found && { ...found.certificate, expiresAt: dateTime(toWallTime(found.goodUntilMs)) };
  },
} satisfies QueryResolvers;

export const checkoutMutations = {
  setCartShipping: async (_, { input, waitUpToSeconds }, { checkout, caller, requestId, signal }) => {
    const { cartId, shippingOptionId } = input;
    const request = { caller, requestId, signal };
    return result(await checkout.setShipping(cartId, shippingOptionId, request, waitUpToSeconds ?? 0));
  },
  setCartPayment: async (_, { input }, { checkout, caller, requestId, signal }) => {
    const { cartId, buyer, method } = input;
    const payment = { buyer: buyerOf(buyer), method: methodOf(method) };
    return result(await checkout.setPayment(cartId, payment, { caller, requestId, signal }));
  },
  purchaseCart: async (_, { input, waitUpToSeconds }, { checkout, caller, requestId, signal }) => {
    const { cartId, expectedTotal, sourceAccountId } = input;
    const request = { caller, requestId, signal };
    return result(
      await checkout.purchase(
        cartId,
        expectedTotal,
        sourceAccountId ?? undefined,
        request,
        waitUpToSeconds ?? 0,
      ),
    );
  },
} satisfies MutationResolvers;

const receiptOf = (record: CartRecord) =>
  record.state === 'PURCHASED' ? { kind: 'receipt' as const, record } : null;

export const checkoutResolvers: CartResolvers = {
  shippingOptions: (cart, _, { checkout }) => checkout.shippingOptions(cart),
  shipping: async (cart, _, { checkout }) => {
    if (cart.shippingOptionId === null) return null;
    const options = await checkout.shippingOptions(cart);
    return options?.find(({ shippingOptionId }) => shippingOptionId === cart.shippingOptionId) ?? null;
  },
  payments: ({ contents }) => contents?.payments ?? [],
  remainingSteps: (cart, _, { checkout }) => checkout.remainingSteps(cart),
  receipt: (cart) => receiptOf(cart),
};

export const receiptResolvers: PurchaseReceiptResolvers = {
  orderToken: ({ record }) => record.receipt.orderToken,
  orderNumber: ({ record }) => record.receipt.orderNumber,
  redemptionUrl: ({ record }) => record.receipt.redemptionUrl,
  appUrl: ({ record }) => record.receipt.appUrl,
  grandTotal: ({ record }) => record.receipt.grandTotal ?? record.contents?.totals?.grand ?? null,
  cart: ({ record }) => record,
};

/** Returns the postal abbreviation that upstream expects, for a state's number in the server. */
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

/** `@oneOf` guarantees that exactly one of them is given. */
function methodOf({ card, invoiceReference, wallet }: PaymentMethodInput): PaymentMethod {
  if (wallet) return { kind: 'wallet', wallet: wallet.kind, token: wallet.token };
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

import type { EntitiesArguments } from '../federation';
import type * as schema from '../generated';

/** The input types of the schema. */
interface Inputs {
  readonly CreateCartInput: schema.CreateCartInput;
  readonly TicketSelection: schema.TicketSelection;
  readonly SeatSelection: schema.SeatSelection;
  readonly SeatRange: schema.SeatRange;
  readonly DeleteCartInput: schema.DeleteCartInput;
  readonly SetCartShippingInput: schema.SetCartShippingInput;
  readonly SetCartPaymentInput: schema.SetCartPaymentInput;
  readonly BuyerInput: schema.BuyerInput;
  readonly AddressInput: schema.AddressInput;
  readonly PaymentMethodInput: schema.PaymentMethodInput;
  readonly WalletInput: schema.WalletInput;
  readonly EncryptedCardInput: schema.EncryptedCardInput;
  readonly PurchaseCartInput: schema.PurchaseCartInput;
}

/** The arguments of the root fields. */
interface Arguments {
  readonly _entities: EntitiesArguments;
  readonly captcha: schema.QueryCaptchaArgs;
  readonly cart: schema.QueryCartArgs;
  readonly event: schema.QueryEventArgs;
  readonly eventByCode: schema.QueryEventByCodeArgs;
  readonly events: schema.QueryEventsArgs;
  readonly order: schema.QueryOrderArgs;
  readonly paymentCertificate: schema.QueryPaymentCertificateArgs;
  readonly pollCart: schema.QueryPollCartArgs;
  readonly states: schema.QueryStatesArgs;
  readonly unredeemedOrders: schema.QueryUnredeemedOrdersArgs;
  readonly createCart: schema.MutationCreateCartArgs;
  readonly deleteCart: schema.MutationDeleteCartArgs;
  readonly keepCart: schema.MutationKeepCartArgs;
  readonly setCartShipping: schema.MutationSetCartShippingArgs;
  readonly setCartPayment: schema.MutationSetCartPaymentArgs;
  readonly purchaseCart: schema.MutationPurchaseCartArgs;
  readonly cartProgress: schema.SubscriptionCartProgressArgs;
}

/**
 * How an input is searched for card numbers in the clear.
 *
 * - `text`: what people type, and what goes upstream as it is. All of it is searched.
 * - `id`: what an answer gave out, and goes into a look-up or a comparison. Not searched: one id in some thousands looks like
 *   a card number by chance, and whatever an answer gave out is accepted.
 * - `none`: a number, a choice or a flag, into which no card number fits.
 * - the name of an input type: by its fields.
 */
export type Search = 'text' | 'id' | 'none' | keyof Inputs;

type Fields<Type> = { readonly [Field in keyof Type]-?: Search };

/** How each field of the input types is searched. The compiler asks for one that is new. */
export const INPUT_TYPES: { readonly [Name in keyof Inputs]: Fields<Inputs[Name]> } = {
  CreateCartInput: {
    eventId: 'id',
    tickets: 'TicketSelection',
    areaIds: 'id',
    seats: 'SeatSelection',
    acceptBestAvailable: 'none',
    captchaToken: 'text',
    idempotencyKey: 'text',
    placeToken: 'id',
  },
  TicketSelection: { ticketId: 'id', quantity: 'none', priceId: 'id', amount: 'text' },
  SeatSelection: { placeIds: 'id', range: 'SeatRange' },
  SeatRange: { section: 'text', row: 'text', firstSeat: 'text', lastSeat: 'text' },
  DeleteCartInput: { cartId: 'id', token: 'id' },
  SetCartShippingInput: { cartId: 'id', shippingOptionId: 'id' },
  SetCartPaymentInput: { cartId: 'id', buyer: 'BuyerInput', method: 'PaymentMethodInput' },
  BuyerInput: {
    firstName: 'text',
    lastName: 'text',
    email: 'text',
    homePhone: 'text',
    address: 'AddressInput',
  },
  AddressInput: {
    line1: 'text',
    line2: 'text',
    unit: 'text',
    city: 'text',
    state: 'none',
    country: 'none',
    postalCode: 'text',
  },
  PaymentMethodInput: { card: 'EncryptedCardInput', invoiceReference: 'text', wallet: 'WalletInput' },
  WalletInput: { kind: 'none', token: 'text' },
  EncryptedCardInput: {
    // Cipher text, unless a page forgot to encrypt.
    number: 'text',
    securityCode: 'text',
    issuer: 'none',
    certificateId: 'id',
    expiryMonth: 'none',
    expiryYear: 'none',
    postalCode: 'text',
  },
  PurchaseCartInput: { cartId: 'id', expectedTotal: 'text', sourceAccountId: 'text' },
};

/** How each argument of the root fields is searched. */
export const ROOT_ARGUMENTS: { readonly [Name in keyof Arguments]: Fields<Arguments[Name]> } = {
  // Only the id of an event is read, and it goes into a look-up.
  _entities: { representations: 'id' },
  captcha: { eventId: 'id' },
  cart: { id: 'id' },
  event: { id: 'id' },
  // What an organizer printed, and people type.
  eventByCode: { code: 'text', host: 'text' },
  events: { ids: 'id' },
  // Both are upstream's, of any shape, and a receipt gave them out.
  order: { number: 'id', token: 'id' },
  paymentCertificate: { cartId: 'id' },
  pollCart: { token: 'id', waitUpToSeconds: 'none' },
  states: { country: 'none' },
  unredeemedOrders: { daysBeforeEvent: 'none', daysFromPurchase: 'none' },
  createCart: { input: 'CreateCartInput', waitUpToSeconds: 'none' },
  deleteCart: { input: 'DeleteCartInput', waitUpToSeconds: 'none' },
  keepCart: { id: 'id' },
  setCartShipping: { input: 'SetCartShippingInput', waitUpToSeconds: 'none' },
  setCartPayment: { input: 'SetCartPaymentInput' },
  purchaseCart: { input: 'PurchaseCartInput', waitUpToSeconds: 'none' },
  cartProgress: { token: 'id' },
};

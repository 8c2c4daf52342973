/** One request to the Partner API, before the key, the token and the caller are put to it. */
export interface Endpoint {
  /** The name under which it is logged and counted: never the path, which holds ids. */
  readonly route:
    | 'accessToken'
    | 'event'
    | 'captcha'
    | 'openCart'
    | 'reserve'
    | 'shippingOptions'
    | 'setShipping'
    | 'certificate'
    | 'payment'
    | 'purchase'
    | 'deleteCart'
    | 'poll'
    | 'order'
    | 'unredeemed'
    | 'sellableEvents'
    | 'eventByCode'
    | 'availability';
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below the base path, every segment encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly accept?: string;
}

/** Which seats are wanted: places by id, or a range of seats. */
export type SeatWish =
  | { readonly placeIds: readonly string[] }
  | {
      readonly section: string;
      readonly row?: string;
      readonly firstSeat?: string;
      readonly lastSeat?: string;
    };

/** What a reserve asks for. Ids as the event's details gave them. */
export interface ReserveRequest {
  readonly eventId: string;
  readonly tickets: readonly {
    readonly ticketId: string;
    readonly quantity: number;
    readonly priceId?: string;
    /** Decimal text, e.g. "57.39". */
    readonly amount?: string;
  }[];
  readonly areaIds?: readonly string[];
  readonly seats?: SeatWish;
  readonly acceptBestAvailable: boolean;
}

/** A postal address as upstream takes it: numbers of the appendix for state and country. */
export interface PostalAddress {
  readonly line1: string;
  readonly line2?: string;
  readonly unit?: string;
  readonly city: string;
  /** The abbreviation of the state or province. */
  readonly region?: string;
  /** The number of the appendix: 840. */
  readonly country: number;
  readonly postalCode: string;
}

export interface Buyer {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly homePhone?: string;
  readonly address: PostalAddress;
}

/** How the buyer pays: by a card that the page encrypted, or on an invoice. */
export type PaymentMethod =
  | {
      readonly kind: 'card';
      /** Encrypted, base64: never a number in the clear. */
      readonly number: string;
      readonly securityCode: string;
      readonly certificateId: string;
      readonly issuer?: string;
      readonly expiryMonth: number;
      readonly expiryYear: number;
      readonly postalCode?: string;
    }
  | { readonly kind: 'invoice'; readonly reference: string };

/** What pays for a cart. It passes through and is kept nowhere. */
export interface PaymentRequest {
  readonly buyer: Buyer;
  readonly method: PaymentMethod;
  /** Decimal text: what is unpaid. */
  readonly amount: string;
}

/** A cart upstream, by its event and its id there. */
export interface CartReference {
  readonly eventId: string;
  readonly cartId: string;
}

/** An order by its token or its number. */
export type OrderKey = { readonly token: string } | { readonly number: string };

/** Orders nobody has redeemed yet: by the days since their purchase, or by those left until their event. */
export type UnredeemedWish = { readonly daysFromPurchase: number } | { readonly daysBeforeEvent: number };

/** The calls of one edition of the manual, as requests. */
export interface Endpoints {
  event(eventId: string): Endpoint;
  captcha(): Endpoint;
  openCart(captchaToken: string): Endpoint;
  reserve(request: ReserveRequest, cartId: string | undefined): Endpoint;
  shippingOptions(cart: CartReference): Endpoint;
  setShipping(cart: CartReference, shippingOptionId: string): Endpoint;
  certificate(cart: CartReference): Endpoint;
  payment(cart: CartReference, request: PaymentRequest): Endpoint;
  purchase(cart: CartReference, sourceAccountId: string): Endpoint;
  deleteCart(cartId: string): Endpoint;
  order(key: OrderKey): Endpoint;
  unredeemed(wish: UnredeemedWish): Endpoint;
  sellableEvents(): Endpoint;
  eventByCode(code: string, host: string): Endpoint;
  availability(eventId: string): Endpoint;
}

/** `path` with every inserted piece encoded, so that no id can step out of its segment. */
const path = (pieces: TemplateStringsArray, ...values: string[]): string =>
  pieces.reduce((whole, piece, at) => whole + encodeURIComponent(values[at - 1] ?? '') + piece);

/** Upstream writes the ids of prices and areas as numbers, and answers 10002 to an "invalid input data type". */
const numberWhereUpstreamHasOne = (id: string): string | number =>
  /^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id;

const seatsAsSent = (seats: SeatWish): object =>
  'placeIds' in seats
    ? { places: seats.placeIds }
    : {
        section: seats.section,
        ...(seats.row !== undefined && { row: seats.row }),
        ...(seats.firstSeat !== undefined && { begin_seat: seats.firstSeat }),
        ...(seats.lastSeat !== undefined && { end_seat: seats.lastSeat }),
      };

function paymentAsSent({ buyer, method, amount }: PaymentRequest): object {
  const { address } = buyer;
  return {
    first_name: buyer.firstName,
    last_name: buyer.lastName,
    ...(buyer.homePhone !== undefined && { home_phone: buyer.homePhone }),
    type: method.kind === 'card' ? 'CC' : 'INVOICE',
    email_address: buyer.email,
    address: {
      line1: address.line1,
      line2: address.line2 ?? '',
      ...(address.unit !== undefined && { unit: address.unit }),
      city: address.city,
      country: { id: address.country },
      ...(address.region !== undefined && { region: { abbrev: address.region } }),
      postal_code: address.postalCode,
    },
    amount,
    ...(method.kind === 'card'
      ? {
          card: {
            number: method.number,
            cin: method.securityCode,
            encryption_key: method.certificateId,
            ...(method.issuer !== undefined && { issuer: method.issuer }),
            expire_month: method.expiryMonth,
            expire_year: method.expiryYear,
            postal_code: method.postalCode ?? address.postalCode,
          },
        }
      : { reference: method.reference }),
  };
}

/** Edition 2015-10: the manual that this project implements. */
export const edition2015: Endpoints = {
  event: (eventId) => ({ route: 'event', method: 'GET', path: path`/event/${eventId}` }),
  captcha: () => ({ route: 'captcha', method: 'GET', path: '/captcha', accept: 'text/html' }),
  openCart: (captchaToken) => ({
    route: 'openCart',
    method: 'POST',
    path: '/cart',
    body: { token: captchaToken },
  }),
  reserve: (request, cartId) => ({
    route: 'reserve',
    method: 'PUT',
    path: '/cart/tickets',
    body: {
      ...(cartId !== undefined && { cart_id: cartId }),
      event: {
        id: request.eventId,
        tickets: request.tickets.map(({ ticketId, quantity, priceId, amount }) => ({
          id: ticketId,
          quantity,
          ...((priceId !== undefined || amount !== undefined) && {
            price: {
              ...(priceId !== undefined && { id: numberWhereUpstreamHasOne(priceId) }),
              ...(amount !== undefined && { amount: Number(amount) }),
            },
          }),
        })),
        ...(request.areaIds && {
          areas: request.areaIds.map((id) => ({ id: numberWhereUpstreamHasOne(id) })),
        }),
        ...(request.seats && seatsAsSent(request.seats)),
        accept_best_available: request.acceptBestAvailable,
      },
    },
  }),
  // Shipping came in 2016, under the path of that year.
  shippingOptions: ({ eventId, cartId }) => ({
    route: 'shippingOptions',
    method: 'GET',
    path: path`/events/${eventId}/cart/shipping`,
    query: { cart_id: cartId },
  }),
  setShipping: ({ eventId, cartId }, shippingOptionId) => ({
    route: 'setShipping',
    method: 'PUT',
    path: path`/events/${eventId}/cart/shipping`,
    query: { cart_id: cartId },
    body: { shipping_id: shippingOptionId },
  }),
  certificate: ({ cartId }) => ({
    route: 'certificate',
    method: 'GET',
    path: '/certificate',
    query: { cart_id: cartId },
  }),
  payment: ({ cartId }, request) => ({
    route: 'payment',
    method: 'PUT',
    path: '/cart/payment',
    body: { cart_id: cartId, payment: paymentAsSent(request) },
  }),
  purchase: ({ cartId }, sourceAccountId) => ({
    route: 'purchase',
    method: 'PUT',
    path: '/cart',
    body: { cart_id: cartId, source_account_id: sourceAccountId },
  }),
  order: (key) => ({
    route: 'order',
    method: 'GET',
    path: '/orders',
    query: 'token' in key ? { order_token: key.token } : { order_number: key.number },
  }),
  unredeemed: (wish) => ({
    route: 'unredeemed',
    method: 'GET',
    path: '/orders/unredeemed',
    query:
      'daysFromPurchase' in wish
        ? { days_from_purchase: String(wish.daysFromPurchase) }
        : { days_before_event: String(wish.daysBeforeEvent) },
  }),
  sellableEvents: () => ({ route: 'sellableEvents', method: 'GET', path: '/events' }),
  eventByCode: (code, host) => ({
    route: 'eventByCode',
    method: 'GET',
    path: path`/events/code/${code}/${host}`,
  }),
  availability: (eventId) => ({
    route: 'availability',
    method: 'GET',
    path: path`/events/${eventId}/availability`,
  }),
  deleteCart: (cartId) => ({
    route: 'deleteCart',
    method: 'DELETE',
    path: '/cart',
    query: { cart_id: cartId },
  }),
};

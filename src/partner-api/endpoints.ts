/** One request to the Partner API, before the key, the token and the caller are put to it. */
export interface Endpoint {
  /** The name under which it is logged and counted: never the path, which holds ids. */
  readonly route: 'accessToken' | 'event' | 'captcha' | 'openCart' | 'reserve' | 'deleteCart' | 'poll';
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

/** The calls of one edition of the manual, as requests. */
export interface Endpoints {
  event(eventId: string): Endpoint;
  captcha(): Endpoint;
  openCart(captchaToken: string): Endpoint;
  reserve(request: ReserveRequest, cartId: string | undefined): Endpoint;
  deleteCart(cartId: string): Endpoint;
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
  deleteCart: (cartId) => ({
    route: 'deleteCart',
    method: 'DELETE',
    path: '/cart',
    query: { cart_id: cartId },
  }),
};

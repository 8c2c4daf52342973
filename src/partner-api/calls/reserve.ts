import type { CartAnswer } from '../model/cart';
import type { RequestedSeats, ReserveRequest } from '../model/reserve';
import type { Call } from './call';
import { readCartResponse } from './cart-response';
import { type Poll, pollRequest } from './polling';

export interface Reserve {
  readonly request: ReserveRequest;
  /** The cart session, where a captcha opened one. */
  readonly cartId: string | undefined;
  /** The solved captcha, where none opened a cart session. */
  readonly captchaToken: string | undefined;
  readonly currency: string | null;
}

/** Reserves tickets. May poll. */
export const reserve: Call<Reserve, CartAnswer> = {
  name: 'reserve',
  callClass: 'reserve',
  isRetried: false,
  request: ({ request, cartId }) => ({
    method: 'PUT',
    path: '/cart/tickets',
    body: {
      ...(cartId !== undefined && { cart_id: cartId }),
      event: { id: request.eventId, ...encodeTickets(request) },
    },
  }),
  read: readCartResponse,
};

/** Polls for the result of a call that changes what a cart holds. */
export const pollCart: Call<Poll, CartAnswer> = {
  name: 'poll',
  callClass: 'finish',
  isRetried: false,
  request: pollRequest,
  read: readCartResponse,
};

/** Encodes which tickets and seats are asked for, without the event. */
export const encodeTickets = (request: ReserveRequest): object => ({
  tickets: request.tickets.map(({ ticketId, quantity, priceId, amount }) => ({
    id: ticketId,
    quantity,
    ...((priceId !== undefined || amount !== undefined) && {
      price: {
        ...(priceId !== undefined && { id: asUpstreamWritesId(priceId) }),
        ...(amount !== undefined && { amount: Number(amount) }),
      },
    }),
  })),
  ...(request.areaIds && { areas: request.areaIds.map((id) => ({ id: asUpstreamWritesId(id) })) }),
  ...(request.seats && encodeSeats(request.seats)),
  accept_best_available: request.acceptBestAvailable,
});

const encodeSeats = (seats: RequestedSeats): object =>
  'placeIds' in seats
    ? { places: seats.placeIds }
    : {
        section: seats.section,
        ...(seats.row !== undefined && { row: seats.row }),
        ...(seats.firstSeat !== undefined && { begin_seat: seats.firstSeat }),
        ...(seats.lastSeat !== undefined && { end_seat: seats.lastSeat }),
      };

/** Upstream writes ids of prices and areas as numbers, and refuses an "invalid input data type" with 10002. */
const asUpstreamWritesId = (id: string): string | number =>
  /^(0|[1-9]\d{0,15})$/.test(id) && Number.isSafeInteger(Number(id)) ? Number(id) : id;

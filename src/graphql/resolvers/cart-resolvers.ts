import type { CreateOrder } from '../../carts/desk';
import type { Progress } from '../../carts/progress';
import type { CartRecord } from '../../carts/lifecycle/record';
import { isOfSeats } from '../../partner-api/model/cart';
import type { RequestedSeats } from '../../partner-api/model/reserve';
import type { Context } from '../context';
import { dateTime } from './date-time';
import type {
  CaptchaResolvers,
  CartItemResolvers,
  CartResolvers,
  CartStatus,
  CreateCartInput,
  MutationResolvers,
  PendingResolvers,
  QueryResolvers,
  SeatSelection,
  SubscriptionResolvers,
} from '../generated';
import type { PollingResultModel } from './models';

export const cartQueries = {
  captcha: (_, { eventId }, { partnerReads, caller, signal }) =>
    partnerReads.captcha(eventId ?? null, caller, signal),
  cart: async (_, { id }, { desk }) => (await desk.keep(id)) ?? null,
  pollCart: async (_, { token, waitUpToSeconds }, { desk, signal }) =>
    result(await desk.poll(token, waitUpToSeconds ?? 0, signal)),
} satisfies QueryResolvers;

export const cartMutations = {
  createCart: async (_, { input, waitUpToSeconds }, { desk, caller, accounts, requestId, signal }) => {
    const creator = { caller, accounts, requestId, signal };
    return result(await desk.create(orderOf(input), creator, waitUpToSeconds ?? 0));
  },
  deleteCart: async (_, { input, waitUpToSeconds }, { desk, signal }) => {
    const { cartId, token } = input;
    const name = typeof cartId === 'string' ? { cartId } : { token: token ?? '' };
    return result(await desk.delete(name, waitUpToSeconds ?? 0, signal));
  },
  keepCart: async (_, { id }, { desk }) => (await desk.keep(id)) ?? null,
} satisfies MutationResolvers;

export const cartSubscriptions: SubscriptionResolvers = {
  cartProgress: {
    subscribe: async function* (_, { token }, { desk, signal }) {
      for await (const progress of desk.follow(token, signal)) yield { cartProgress: result(progress) };
    },
  },
};

const statuses: Readonly<Record<CartRecord['state'], CartStatus>> = {
  RESERVING: 'PENDING',
  HELD: 'HELD',
  PURCHASING: 'PURCHASING',
  PURCHASED: 'PURCHASED',
  UNCONFIRMED: 'PURCHASING',
  UNRESOLVED: 'PURCHASING',
  RELEASING: 'DELETED',
  DELETED: 'DELETED',
  EXPIRED: 'EXPIRED',
};

/** When upstream's hold ends, while there is one. */
const heldUntilMs = ({ state, holdUntilMs }: CartRecord): number | null =>
  state === 'HELD' || state === 'PURCHASING' ? holdUntilMs : null;

const releaseUrl = ({ id }: CartRecord, { publicUrl }: Context): string => `${publicUrl}/carts/${id}/release`;

export const cartResolvers: CartResolvers = {
  status: ({ state }) => statuses[state],
  event: ({ eventId }, _, { events }) => events.load(eventId),
  holdExpiresAt: (cart, _, { toWallTime }) => {
    const untilMs = heldUntilMs(cart);
    return untilMs === null ? null : dateTime(toWallTime(untilMs));
  },
  holdSeconds: (cart, _, { clock }) => {
    const untilMs = heldUntilMs(cart);
    return untilMs === null ? null : secondsUntil(untilMs, clock.now());
  },
  leaseExpiresAt: (cart, _, { desk, toWallTime }) =>
    cart.state === 'RESERVING' || cart.state === 'HELD'
      ? dateTime(toWallTime(desk.leaseEndsAtMs(cart)))
      : null,
  items: ({ contents }) => contents?.items.filter(isOfSeats) ?? [],
  otherItems: ({ contents }) => contents?.items.filter((item) => !isOfSeats(item)) ?? [],
  totals: ({ contents }) => contents?.totals ?? null,
  releaseUrl: (cart, _, context) => releaseUrl(cart, context),
};

export const cartItemResolvers: CartItemResolvers = {
  kind: ({ kind = 'TICKETS' }) => kind,
  rawKind: ({ rawKind = null }) => rawKind,
};

export const captchaResolvers: CaptchaResolvers = {
  html: ({ html }) => (typeof html === 'function' ? html() : html),
};

export const pendingResolvers: PendingResolvers = {
  waitSeconds: ({ pollAfterMs }, _, { clock }) => secondsUntil(pollAfterMs, clock.now()),
  pollAfter: ({ pollAfterMs }, _, { toWallTime }) => dateTime(toWallTime(pollAfterMs)),
  giveUpAt: ({ giveUpAtMs }, _, { toWallTime }) => dateTime(toWallTime(giveUpAtMs)),
  queue: ({ place, record }, _, { desk }) =>
    place && {
      position: place.position,
      estimatedWaitSeconds: Math.ceil(place.estimatedWaitMs / 1000),
      notice: desk.lineNotice(record.eventId),
    },
  cart: ({ record }) => record,
  releaseUrl: ({ record }, _, context) => releaseUrl(record, context),
};

const secondsUntil = (atMs: number, nowMs: number): number => Math.max(atMs - nowMs, 0) / 1000;

/** Returns the member of `PollingResult` for `progress`. */
export function result(progress: Progress): PollingResultModel {
  switch (progress.kind) {
    case 'cart':
      return progress.record;
    case 'failed':
      return progress.failure;
    case 'pending':
    case 'deleted':
    case 'receipt':
      return progress;
  }
}

const orderOf = (input: CreateCartInput): CreateOrder => ({
  eventId: input.eventId,
  tickets: input.tickets.map(({ ticketId, quantity, priceId, amount }) => ({
    ticketId,
    quantity,
    ...(typeof priceId === 'string' && { priceId }),
    ...(typeof amount === 'string' && { amount }),
  })),
  ...(input.areaIds && { areaIds: input.areaIds }),
  ...(input.seats && { seats: seatsOf(input.seats) }),
  acceptBestAvailable: input.acceptBestAvailable ?? true,
  ...(typeof input.captchaToken === 'string' && { captchaToken: input.captchaToken }),
  ...(typeof input.placeToken === 'string' && { placeToken: input.placeToken }),
  ...(typeof input.idempotencyKey === 'string' && { idempotencyKey: input.idempotencyKey }),
});

/** `@oneOf` guarantees that exactly one of the two is given. */
function seatsOf({ placeIds, range }: SeatSelection): RequestedSeats {
  if (!range) return { placeIds: placeIds ?? [] };
  const { section, row, firstSeat, lastSeat } = range;
  return {
    section,
    ...(typeof row === 'string' && { row }),
    ...(typeof firstSeat === 'string' && { firstSeat }),
    ...(typeof lastSeat === 'string' && { lastSeat }),
  };
}

import type { CreateOrder } from '../carts/desk';
import type { Progress } from '../carts/progress';
import type { CartRecord } from '../carts/record';
import type { SeatWish } from '../partner-api/endpoints';
import type { Context } from './context';
import { dateTime } from './date-time';
import type {
  CartResolvers,
  CartStatus,
  CreateCartInput,
  MutationResolvers,
  PendingResolvers,
  QueryResolvers,
  SeatSelection,
  SubscriptionResolvers,
} from './generated';
import type { PollingResultParent } from './parents';

export const cartQueries: QueryResolvers = {
  captcha: (_, __, { api, caller, signal }) => api.captcha(caller, signal),
  cart: async (_, { id }, { desk }) => (await desk.keep(id)) ?? null,
  pollCart: async (_, { token, waitUpToSeconds }, { desk, signal }) =>
    result(await desk.poll(token, waitUpToSeconds ?? 0, signal)),
};

export const cartMutations: MutationResolvers = {
  createCart: async (_, { input, waitUpToSeconds }, { desk, caller, accounts, requestId, signal }) => {
    const buyer = { caller, accounts, requestId, signal };
    return result(await desk.create(orderOf(input), buyer, waitUpToSeconds ?? 0));
  },
  deleteCart: async (_, { input, waitUpToSeconds }, { desk, signal }) => {
    const { cartId, token } = input;
    const name = typeof cartId === 'string' ? { cartId } : { token: token ?? '' };
    return result(await desk.delete(name, waitUpToSeconds ?? 0, signal));
  },
  keepCart: async (_, { id }, { desk }) => (await desk.keep(id)) ?? null,
};

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
  holdExpiresAt: (cart) => {
    const untilMs = heldUntilMs(cart);
    return untilMs === null ? null : dateTime(untilMs);
  },
  holdSeconds: (cart, _, { clock }) => {
    const untilMs = heldUntilMs(cart);
    return untilMs === null ? null : secondsUntil(untilMs, clock.now());
  },
  leaseExpiresAt: ({ state, leaseUntilMs }) =>
    state === 'RESERVING' || state === 'HELD' ? dateTime(leaseUntilMs) : null,
  items: ({ contents }) => contents?.items ?? [],
  totals: ({ contents }) => contents?.totals ?? null,
  releaseUrl: (cart, _, context) => releaseUrl(cart, context),
};

export const pendingResolvers: PendingResolvers = {
  waitSeconds: ({ pollAfterMs }, _, { clock }) => secondsUntil(pollAfterMs, clock.now()),
  pollAfter: ({ pollAfterMs }) => dateTime(pollAfterMs),
  giveUpAt: ({ giveUpAtMs }) => dateTime(giveUpAtMs),
  cart: ({ record }) => record,
  releaseUrl: ({ record }, _, context) => releaseUrl(record, context),
};

const secondsUntil = (atMs: number, nowMs: number): number => Math.max(atMs - nowMs, 0) / 1000;

/** What the desk says, as the member of `PollingResult` that says it. */
export function result(progress: Progress): PollingResultParent {
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
  ...(typeof input.idempotencyKey === 'string' && { idempotencyKey: input.idempotencyKey }),
});

/** `@oneOf`: exactly one of the two is there. */
function seatsOf({ placeIds, range }: SeatSelection): SeatWish {
  if (!range) return { placeIds: placeIds ?? [] };
  const { section, row, firstSeat, lastSeat } = range;
  return {
    section,
    ...(typeof row === 'string' && { row }),
    ...(typeof firstSeat === 'string' && { firstSeat }),
    ...(typeof lastSeat === 'string' && { lastSeat }),
  };
}

import type { Desk } from '../carts/desk';
import type { CartRecord } from '../carts/record';
import { dateTime } from './date-time';
import { maintenanceWindow } from './event-resolvers';
import type { Resolvers } from './generated';
import { typeOfResult } from './parents';

/** What failures hold beside their code and message: mostly what only the event, or upstream, can tell. */
export const failureResolvers: Resolvers = {
  Failure: { __resolveType: ({ type }) => type },
  PollingResult: { __resolveType: typeOfResult },
  CartDeleted: { deletedAt: ({ deletedAtMs }) => dateTime(deletedAtMs) },
  NoInventory: { event: ({ eventId }, _, { events }) => events.load(eventId) },
  TicketLimitExceeded: {
    limit: async ({ limit, eventId }, _, { events }) =>
      limit ?? (await events.load(eventId))?.ticketLimit ?? null,
  },
  CaptchaFailed: { captcha: (_, __, { api, caller }) => api.captcha(caller) },
  EventNotSellable: {
    redirectUrl: async ({ eventId }, _, { events }) => (await events.load(eventId))?.url ?? null,
  },
  PaymentDeclined: { cart: ({ cartId }, _, { desk }) => cartOf(cartId, desk) },
  TotalChanged: { cart: ({ cartId }, _, { desk }) => cartOf(cartId, desk) },
  CartGone: { goneAt: ({ goneAtMs }) => (goneAtMs === null ? null : dateTime(goneAtMs)) },
  UnderMaintenance: {
    window: async ({ eventId }, _, { events, dayClock, validity }) => {
      const event = await events.load(eventId);
      const window = event && maintenanceWindow(event, dayClock.now(), validity);
      return window?.active ? window : null;
    },
  },
};

/** The cart that a failure is about: there is one, since it failed in it. */
async function cartOf(cartId: string, desk: Desk): Promise<CartRecord> {
  const cart = await desk.keep(cartId);
  if (!cart) throw new Error('The cart of a failure is not in the ledger.');
  return cart;
}

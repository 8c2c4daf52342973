import type { Desk } from '../../carts/desk';
import type { CartRecord } from '../../carts/lifecycle/record';
import { dateTime } from './date-time';
import { maintenanceWindow } from './event-resolvers';
import type { Resolvers } from '../generated';
import { typeNameOf } from './models';

/** Fields of failures that need the event, the cart or an upstream call. */
export const failureResolvers: Resolvers = {
  Failure: { __resolveType: ({ type }) => type },
  PollingResult: {
    __resolveType: (result, { summary }) => {
      if ('type' in result) summary.failure ??= result.code;
      return typeNameOf(result);
    },
  },
  CartDeleted: { deletedAt: ({ deletedAtMs }, _, { toWallTime }) => dateTime(toWallTime(deletedAtMs)) },
  NoInventory: { event: ({ eventId }, _, { events }) => events.load(eventId) },
  TicketLimitExceeded: {
    limit: async ({ limit, eventId }, _, { events }) =>
      limit ?? (await events.load(eventId))?.ticketLimit ?? null,
  },
  CaptchaFailed: {
    captcha: ({ eventId }, _, { partnerReads, caller }) => partnerReads.captcha(eventId, caller),
  },
  EventNotSellable: {
    redirectUrl: async ({ eventId }, _, { events }) => (await events.load(eventId))?.url ?? null,
  },
  PaymentDeclined: { cart: ({ cartId }, _, { desk }) => cartOf(cartId, desk) },
  TotalChanged: { cart: ({ cartId }, _, { desk }) => cartOf(cartId, desk) },
  CartGone: {
    goneAt: ({ goneAtMs }, _, { toWallTime }) => (goneAtMs === null ? null : dateTime(toWallTime(goneAtMs))),
  },
  UnderMaintenance: {
    window: async ({ eventId }, _, { events, wallClock, validity }) => {
      const event = await events.load(eventId);
      const window = event && maintenanceWindow(event, wallClock.now(), validity);
      return window?.active ? window : null;
    },
  },
};

/** Returns the cart of a failure. Throws if the ledger does not have it, which is a fault. */
async function cartOf(cartId: string, desk: Desk): Promise<CartRecord> {
  const cart = await desk.keep(cartId);
  if (!cart) throw new Error('The cart of a failure is not in the ledger.');
  return cart;
}

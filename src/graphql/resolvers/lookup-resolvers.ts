import type { EventListingResolvers, QueryResolvers } from '../generated';
import { badUserInput } from '../scalars';

/** Codes and hosts go into the path of an upstream URL, where a slash or a dot could change it. */
const CODE = /^[0-9A-Za-z_-]{1,256}$/;

export const lookUpQueries = {
  eventByCode: async (_, { code, host }, { partnerReads, events, caller, signal }) => {
    for (const [name, value] of Object.entries({ code, host })) {
      if (!CODE.test(value)) throw badUserInput(`${name}: 1 to 256 letters, digits, "-" and "_".`);
    }
    const eventId = await partnerReads.eventIdByCode(code, host, caller, signal);
    return eventId === null ? null : events.load(eventId);
  },
  sellableEvents: (_, _arguments, { partnerReads, caller, signal }) =>
    partnerReads.sellableEvents(caller, signal),
} satisfies QueryResolvers;

export const eventListingResolvers: EventListingResolvers = {
  event: ({ eventId }, _, { events }) => events.load(eventId),
};

import type { EventListingResolvers, QueryResolvers } from './generated';
import { badUserInput } from './scalars';

/** Codes and hosts stand in the path of an address, where a slash or a dot could lead elsewhere. */
const CODE = /^[0-9A-Za-z_-]{1,256}$/;

export const lookUpQueries: QueryResolvers = {
  eventByCode: async (_, { code, host }, { api, events, caller, signal }) => {
    for (const [name, value] of Object.entries({ code, host })) {
      if (!CODE.test(value)) throw badUserInput(`${name}: 1 to 256 letters, digits, "-" and "_".`);
    }
    const eventId = await api.eventIdByCode(code, host, caller, signal);
    return eventId === null ? null : events.load(eventId);
  },
  sellableEvents: (_, _arguments, { api, caller, signal }) => api.sellableEvents(caller, signal),
};

export const eventListingResolvers: EventListingResolvers = {
  event: ({ eventId }, _, { events }) => events.load(eventId),
};

import { path } from '../../calls/call';

/** The path of an event's cart. Which cart is meant is in the query or in the body. */
export const cartPath = (eventId: string): string => path`/events/${eventId}/cart`;

import { path } from '../calls/call';
import type { Edition } from './edition';
import { edition2015 } from './edition-2015';
import { eventCall } from '../calls/event';
import * as since2018 from './since-2018';

const closedHours = { from: 0, to: 2 };

/** Edition 2018 of the manual: all that is done with a cart is done under its event, and the reserve makes the cart. */
export const edition2018 = {
  name: '2018',
  keyPlace: 'header',
  needsSecret: false,
  closedHours,
  calls: {
    ...edition2015.calls,
    ...since2018,
    event: eventCall((eventId) => path`/events/${eventId}`, closedHours),
    openCart: null,
  },
} satisfies Edition;

import { UpstreamRefused, UpstreamUnavailable } from '../errors';
import type { Availability } from '../model/availability';
import { readAvailability } from '../wire/availability';
import { jsonOf } from '../wire/json';
import { type Call, path } from './call';
import { nullIfNotEnabled } from './failures';

export interface AvailabilityOf {
  readonly eventId: string;
  /** The event's currency, for an offer that names none. */
  readonly currency: string | null;
}

/** The free seats of an event. Null: the account is not enabled for the call, or the event is not sold here. */
export const availability: Call<AvailabilityOf, Availability | null> = {
  name: 'availability',
  callClass: 'lookUp',
  isRetried: true,
  request: ({ eventId }) => ({ method: 'GET', path: path`/events/${eventId}/availability` }),
  read: (response, { currency }) => readAvailability(jsonOf(response), currency),
  onFailure: (error) => {
    if (!(error instanceof UpstreamRefused)) return nullIfNotEnabled(error);
    if (error.reason === 'notTransactable') return null;
    // During maintenance upstream does not know what is free: that is not "sold out".
    if (error.reason === 'maintenance') throw new UpstreamUnavailable(false, error.upstreamCode);
    throw error;
  },
};

import type { ListedEvent } from '../model/listed-event';
import { readEventId, readListedEvents } from '../wire/event-look-ups';
import { jsonOf } from '../wire/json';
import { type Call, path } from './call';
import { nullIfNotEnabled } from './failures';

/** The events that the account can sell. Null: the account is not enabled for the call. */
export const sellableEvents: Call<void, ListedEvent[] | null> = {
  name: 'sellableEvents',
  callClass: 'lookUp',
  isRetried: true,
  request: () => ({ method: 'GET', path: '/events' }),
  read: (response) => readListedEvents(jsonOf(response)),
  onFailure: nullIfNotEnabled,
};

/** The id of an event, by a venue's code for it. Null: upstream knows none, or the account is not enabled. */
export const eventByCode: Call<{ readonly code: string; readonly host: string }, string | null> = {
  name: 'eventByCode',
  callClass: 'lookUp',
  isRetried: true,
  request: ({ code, host }) => ({ method: 'GET', path: path`/events/code/${code}/${host}` }),
  read: (response) => readEventId(jsonOf(response)),
  onFailure: nullIfNotEnabled,
};

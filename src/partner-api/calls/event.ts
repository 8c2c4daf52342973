import type { ClosedHours } from '../model/closed-hours';
import type { EventAsRead } from '../model/event';
import { readEvent } from '../wire/event';
import type { Call } from './call';
import { nullIfNotFound } from './failures';

/**
 * Event details, by the event's id. Null: upstream knows no such event.
 *
 * @param pathOf the path of an event.
 * @param closedHours when its host is closed.
 */
export const eventCall = (
  pathOf: (eventId: string) => string,
  closedHours: ClosedHours,
): Call<string, EventAsRead | null> => ({
  name: 'event',
  callClass: 'read',
  isRetried: true,
  request: (eventId) => ({ method: 'GET', path: pathOf(eventId) }),
  read: (response, eventId) => readEvent(response, eventId, closedHours),
  onFailure: nullIfNotFound,
});

import { count, seconds, setting } from '../kinds';

/** How long events are served from memory. */
export const eventSettings = {
  EVENT_CACHE_MAX: setting(count(10_000, 1_000_000), {
    what: 'How many events are kept in memory.',
    unit: 'events',
    why: 'Each takes some 6 kB.',
  }),
  EVENT_TTL_SECONDS: setting(seconds(60), { what: 'How long an event counts as fresh.', unit: 'seconds' }),
  EVENT_STALE_SECONDS: setting(seconds(300), {
    what: 'How long after that it is still served while it is read again in the background.',
    unit: 'seconds',
  }),
  EVENT_STALE_IF_ERROR_SECONDS: setting(seconds(3600), {
    what: 'How long after the TTL it is served while upstream cannot be read.',
    unit: 'seconds',
  }),
  EVENT_UNKNOWN_TTL_SECONDS: setting(seconds(10), {
    what: 'How long "no such event" is believed.',
    unit: 'seconds',
  }),
  AVAILABILITY_TTL_SECONDS: setting(count(2, 60), {
    what: 'How long the free seats of an event are served as they were read.',
    unit: 'seconds',
  }),
  READY_ANSWERS_MAX_BYTES: setting(count(64 * 1024 * 1024, 2 ** 40), {
    what: 'How much memory whole cached answers may take; cached parts of answers may take as much again.',
    unit: 'bytes',
  }),
};

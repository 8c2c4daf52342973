import { LRUCache } from 'lru-cache';

const known = new LRUCache<string, boolean>({ max: 1000 });

/** Whether this runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  let isKnown = known.get(zone);
  if (isKnown === undefined) {
    try {
      isKnown = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      isKnown = false;
    }
    known.set(zone, isKnown);
  }
  return isKnown;
}

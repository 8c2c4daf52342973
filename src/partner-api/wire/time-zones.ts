import { LRUCache } from 'lru-cache';

const known = new LRUCache<string, boolean>({ max: 1000 });

/** Whether this runtime knows `zone` as an IANA time zone. */
export function isTimeZone(zone: string): boolean {
  let answer = known.get(zone);
  if (answer === undefined) {
    try {
      answer = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    } catch {
      answer = false;
    }
    known.set(zone, answer);
  }
  return answer;
}

import { z } from 'zod';

import { maybe, text } from './tolerant';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** `2015-08-21T02:00:00Z` as RFC 3339 in UTC; null for what is no instant. */
export function instant(value: string | null | undefined): string | null {
  if (value === null || value === undefined || !INSTANT.test(value)) return null;
  const time = Date.parse(value);
  return Number.isNaN(time) ? null : new Date(time).toISOString().replace('.000Z', 'Z');
}

/** Upstream's dates: `{"format": "datetime", "value"}`, or "daterange" with `start/end` for a value. */
const date = z.object({ value: maybe(text) });

/** An instant; of a range, its start. */
export const when = maybe(date.transform(({ value }) => instant(value?.split('/')[0])));

/** Both ends of a `daterange`. */
export const range = date.transform(({ value }) => {
  const [start, end] = value?.split('/') ?? [];
  return { startsAt: instant(start), endsAt: instant(end) };
});

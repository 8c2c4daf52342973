import { z } from 'zod';

import { maybe, text } from './tolerant';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)$/;

/** An instant that is written as this project writes it, on a day that every month has: it needs no parsing. */
const PLAIN = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

/** `2015-08-21T02:00:00Z` as RFC 3339 in UTC; null for anything else. */
export function instant(value: string | null | undefined): string | null {
  if (typeof value === 'string' && PLAIN.test(value)) return value;
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

/** The first millisecond whose year has five digits. */
const YEAR_10000_MS = 253_402_300_800_000;

/** Milliseconds since the epoch (1441341339000), also as text, as RFC 3339 in UTC. */
export const epochMs = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .refine((value) => value >= 0 && value < YEAR_10000_MS)
  .transform((value) => new Date(value).toISOString().replace('.000Z', 'Z'));

/** A day of the calendar: `2015-12-10`. */
export const localDate = z.iso.date();

/** A time of day with its seconds, also where upstream leaves them out: `18:30:00`. */
export const localTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
  .transform((value) => (value.length === 5 ? `${value}:00` : value));

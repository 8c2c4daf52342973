/** What a clock shows: `2015-07-26`, `18:30:00`, and the hour of it. */
export interface Shown {
  readonly date: string;
  readonly time: string;
  readonly hour: number;
}

/**
 * What the clocks of `timeZone` show at `atMs`.
 *
 * @throws RangeError when no such zone is known.
 */
export function shownIn(timeZone: string, atMs: number): Shown {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
    hour: Number(part('hour')),
  };
}

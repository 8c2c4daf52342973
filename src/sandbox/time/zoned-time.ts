/** The date and time that clocks in one zone show: `2015-07-26`, `18:30:00`, and the hour as a number. */
export interface ZonedTime {
  readonly date: string;
  readonly time: string;
  readonly hour: number;
}

/**
 * The date and time in `timeZone` at `atMs` (milliseconds since the epoch). Every option is fixed, so that neither the
 * machine's locale nor a Node built with reduced ICU data changes the result.
 *
 * @throws RangeError if the zone is unknown.
 */
export function zonedTime(timeZone: string, atMs: number): ZonedTime {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
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

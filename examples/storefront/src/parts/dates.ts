/** Day and time as printed on the ticket, for example `Sat, Sep 18, 2027, 8:00 PM`, in the venue's time zone. */
export function ticketDate(localDate: string | null, localTime: string | null): string {
  if (localDate === null) return 'Date to be announced';
  // Parsed and formatted as UTC, so that the shopper's time zone has no effect.
  const moment = new Date(`${localDate}T${localTime ?? '00:00:00'}Z`);
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    ...(localTime !== null && { hour: 'numeric', minute: '2-digit' }),
    timeZone: 'UTC',
  }).format(moment);
}

/** A time in the shopper's time zone, for example `11:00 AM`. */
export const clockTime = (moment: string): string =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(new Date(moment));

/** A day in the shopper's time zone, for example `Aug 21, 2015`. */
export const calendarDay = (moment: string): string =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(moment));

/** Minutes and seconds for a countdown, for example `4:09`. */
export function minutesText(seconds: number): string {
  const whole = Math.max(Math.ceil(seconds), 0);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A duration, for example `2 minutes` or `45 seconds`. */
export function durationText(seconds: number): string {
  const whole = Math.max(Math.ceil(seconds), 1);
  const [count, unit] = whole < 90 ? [whole, 'second'] : [Math.round(whole / 60), 'minute'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

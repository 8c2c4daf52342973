/** Seconds as minutes and seconds, for example `3:05`. */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** Seconds for people: `0.4 seconds`, `12 seconds`, `3 minutes 5 seconds`. */
export function duration(seconds) {
  if (seconds < 0.1) return 'less than 0.1 seconds';
  if (seconds < 10) return `${Number(seconds.toFixed(1))} seconds`;
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  const [minutes, rest] = clock(seconds).split(':').map(Number);
  return rest === 0 ? `${minutes} minutes` : `${minutes} minutes ${counted(rest, 'second')}`;
}

/** A share of one as a percentage. */
export const percent = (share, digits = 0) => `${(share * 100).toFixed(digits)} %`;

/** A whole number with separators. */
export const number = (value) => value.toLocaleString('en-US');

/** A number with its noun, for example `1 shopper` or `2,000 shoppers`. */
export const counted = (value, noun, nouns = `${noun}s`) => `${number(value)} ${value === 1 ? noun : nouns}`;

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600];
const MOST_TICKS = 8;

/** Round times from 0 to `most`, for an axis. */
function timeTicks(most) {
  const step = STEPS.find((each) => most / each <= MOST_TICKS) ?? STEPS.at(-1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** The axis of a picture over time. @param seconds how long the morning was. */
export const timeAxis = (seconds) => ({
  label: 'time since the opening (minutes:seconds)',
  most: seconds,
  ticks: timeTicks(seconds),
  write: clock,
});

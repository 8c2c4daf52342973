/** As many points as a picture can show. */
const MOST_POINTS = 240;
const SPANS = 60;

/** Rounded to `digits` after the point. */
export const round = (value, digits = 2) => Number(value.toFixed(digits));

/** At most as many of `samples` as a picture can show, the last one included. */
export function everyOther(samples) {
  const step = Math.ceil(samples.length / MOST_POINTS);
  return samples.filter((_, index) => index % step === 0 || index === samples.length - 1);
}

/**
 * What counters rose by, a second, over spans of equal length. `read` returns the counters of a sample, by name.
 *
 * @returns for each span the time at its end, `at`, and each counter's rise a second.
 */
export function ratesOf(samples, read) {
  const step = Math.max(Math.ceil((samples.length - 1) / SPANS), 1);
  const ends = samples.filter((_, index) => index % step === 0);
  return ends.slice(1).flatMap((end, index) => {
    const start = ends[index];
    const seconds = end.at - start.at;
    const before = read(start);
    const rises = Object.entries(read(end)).map(([name, value]) => [
      name,
      round((value - before[name]) / seconds, 3),
    ]);
    // The last sample may come too soon after the one before for a rate.
    return seconds < 0.5 ? [] : [{ at: round(end.at, 1), ...Object.fromEntries(rises) }];
  });
}

/** The sample that was taken last before `seconds`, or the first. */
export const sampleAt = (samples, seconds) => samples.findLast(({ at }) => at <= seconds) ?? samples[0];

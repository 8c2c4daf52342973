/** More than this, against the first half, is growth. Memory that the process may take is not given back at once. */
const MOST_GROWTH = 1.15;
/** Connections come and go, so some descriptors more or less mean nothing. */
const FEW_DESCRIPTORS = 32;

/**
 * Judges whether what a process uses is flat. The first fifth of the samples is warm-up. Of the rest, the most of the second
 * half may be 1.15 times the most of the first half; for descriptors, 32 more.
 *
 * @param samples each with `rss` in bytes and `descriptors`, null where they cannot be counted.
 */
export function judge(samples) {
  const counted = samples.slice(Math.ceil(samples.length / 5));
  const half = Math.ceil(counted.length / 2);
  const most = (list, name) => Math.max(...list.map((sample) => sample[name] ?? 0));
  const [first, second] = [counted.slice(0, half), counted.slice(half)];
  const rss = [most(first, 'rss'), most(second, 'rss')];
  const descriptors = [most(first, 'descriptors'), most(second, 'descriptors')];
  return {
    rss,
    descriptors,
    isFlat: rss[1] <= MOST_GROWTH * rss[0] && descriptors[1] <= descriptors[0] + FEW_DESCRIPTORS,
  };
}

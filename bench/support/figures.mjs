/** The value below which `share` (0 to 1) of `values` lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
}

export const median = (values) => quantile(values, 0.5);

/**
 * Measures `sides` in turns, round by round, each round beginning with another side.
 *
 * @param warmUp how many rounds come before those that count.
 * @param measure what is measured of one side in one round: an object of numbers.
 * @returns for each side, what was measured, by round: the same place in two of these lists is the same round.
 */
export async function inTurns(sides, { rounds, warmUp = Math.ceil(rounds / 5) }, measure) {
  const taken = sides.map(() => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const offset of sides.keys()) {
      const index = (round + warmUp + offset) % sides.length;
      const one = await measure(sides[index], index);
      if (round >= 0) taken[index].push(one);
    }
  }
  return taken;
}

/** The median of one figure of a side. */
export const medianOf = (taken, figure) => median(taken.map((one) => one[figure]));

/** The median, over the rounds, of a figure's ratio to a baseline's in the same round. */
export const medianRatio = (taken, baseline, figure) =>
  median(taken.map((one, round) => one[figure] / baseline[round][figure]));

/** How long `work` takes, in milliseconds. */
export async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const ratio = (value, baseline) => `${(value / baseline).toFixed(2)}×`;

/** Prints a Markdown table. `rows` are lists of cells, as text. */
export function printTable(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [line(heads), line(heads.map(() => '---')), ...rows.map(line)];
  process.stdout.write(`\n${title}\n\n${lines.join('\n')}\n`);
}

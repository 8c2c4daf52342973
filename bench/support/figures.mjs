/** The value below which `share` (0 to 1) of `values` lie. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
}

export const median = (values) => quantile(values, 0.5);

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

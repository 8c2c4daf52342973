import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const ID = /\b(?:R-[A-Z]+-\d+|L\d+)\b/g;

/** The rules that the page lists, one a row. */
const listed = readFileSync(join(ROOT, 'docs', 'rules.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\| ((?:R-[A-Z]+-|L)\d+) +\|/.exec(line)?.[1] ?? []);

/** The rules that tests name at the beginning of their own names. */
const tested = new Set(
  readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name))
    .flatMap((name) => readFileSync(join(ROOT, 'test', name), 'utf8').match(/['"`][^'"`\n]*?:/g) ?? [])
    .flatMap((start) => start.match(ID) ?? []),
);

describe('docs/rules.md', () => {
  it('lists no rule twice', () => {
    expect(listed).toEqual([...new Set(listed)]);
  });

  it('lists every rule that a test names, and a test names every rule that it lists', () => {
    expect([...tested].sort()).toEqual([...listed].sort());
  });
});

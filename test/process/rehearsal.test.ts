import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import axe, { type AxeResults } from 'axe-core';

import { launchChromium } from '../support/programs/chromium';

const MAIN = 'bench/rehearsal/main.mjs';
const TINY = [
  ...['--shoppers', '6', '--readers', '2', '--calls-per-second', '50', '--seed', '7'],
  ...['--within', '1', '--poll-wait', '0.1', '--hurry', '20'],
];

const run = (...args: string[]) => promisify(execFile)(process.execPath, [MAIN, ...args]);

/** What would be played. */
async function planOf(...args: string[]) {
  const { stdout } = await run(...TINY, ...args, '--plan');
  return JSON.parse(stdout);
}

describe('a rehearsal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stagedoor-rehearsal-'));
  let result: ReturnType<typeof JSON.parse>;
  let page: string;
  beforeAll(async () => {
    await run(...TINY, '--out', folder);
    result = JSON.parse(readFileSync(join(folder, 'rehearsal.json'), 'utf8'));
    page = readFileSync(join(folder, 'rehearsal.html'), 'utf8');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('ends with every shopper served and every check held', () => {
    expect(result.wasStopped).toBe(false);
    expect(Object.values<number>(result.outcomes).reduce((sum, count) => sum + count)).toBe(6);
    expect(result.outcomes.bought).toBe(result.plan.ends.buys);
    expect(result.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  });

  it('counts what upstream counted', () => {
    const { byClass, byRoute, admitted } = result.calls;
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other);
    expect(sum(byClass)).toBe(admitted);
    expect(sum(byRoute)).toBe(admitted);
    expect(byRoute.purchase).toBe(result.outcomes.bought);
    expect(result.carts.opened).toBe(result.waits.count);
  });

  it('plays the plan that its options draw, which is the same each time', async () => {
    expect(await planOf()).toEqual(result.plan);
    expect((await planOf('--seed', '8')).digest).not.toBe(result.plan.digest);
  });

  it('writes a page that needs nothing else, with a name, a description and a table for each picture', () => {
    expect(page).not.toMatch(/<script|<link|<img|\bsrc=|\bhref=|url\(|@import/);
    const pictures = page.match(/<svg[^]*?<\/svg>/g) ?? [];
    expect(pictures).toHaveLength(5);
    for (const picture of pictures) {
      const [, title, description] = /aria-labelledby="(\S+) (\S+)"/.exec(picture) ?? [];
      expect(picture).toContain(`<title id="${title}">`);
      expect(picture).toContain(`<desc id="${description}">`);
      expect(picture).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(page.match(/<table>/g)?.length).toBeGreaterThanOrEqual(pictures.length);
  });

  it('keeps nobody out, in light and in dark', async () => {
    const browser = await launchChromium();
    for (const colorScheme of ['light', 'dark'] as const) {
      const tab = await browser.newPage({ colorScheme });
      await tab.goto(pathToFileURL(join(folder, 'rehearsal.html')).href);
      await tab.evaluate(axe.source);
      const { violations } = await tab.evaluate<AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    }
    await browser.close();
  }, 300_000);
});

it.each([
  [['--shoppers', 'many'], '--shoppers: give a whole number of at least 1'],
  [['--calls-per-second', '0'], '--calls-per-second: give a number of at least 0.1'],
  [['--stated', '--learnt'], 'Choose either --stated or --learnt.'],
  [['--shopers', '5'], '--shopers'],
])('a rehearsal with %j is refused with a reason', async (args, reason) => {
  await expect(run(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(reason) });
});

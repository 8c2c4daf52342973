import { readFileSync } from 'node:fs';

import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../support/chromium';
import { LOOKS, type Visit, openVisit, takePicture } from './explore';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
// Undefined where it could not be started.
afterAll(() => (browser as Browser | undefined)?.close());
afterEach(() => visit.close());

describe('the landing page, in a browser', () => {
  it.each(LOOKS)('is fit to be seen and to be heard: %s', async (name, look) => {
    visit = await openVisit(browser, look);
    const page = await visit.context.newPage();
    await page.goto(visit.url);
    await takePicture(page, `landing page, ${name}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.viewport.width);
    expect(await barriers(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('leads to the playground', async () => {
    visit = await openVisit(browser);
    const page = await visit.context.newPage();
    await page.goto(visit.url);
    await page.getByRole('link', { name: 'Playground' }).click();
    await page.locator('.graphiql-tab-button').first().waitFor();
    expect(visit.complaints).toEqual([]);
  });
});

/** What axe finds that keeps people out, whoever they are: each as `rule: element`. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

import type { Browser } from 'playwright-core';

import { launchChromium } from '../support/programs/chromium';
import { LOOKS, type Visit, barriers, openVisit, takePicture } from './explore';

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

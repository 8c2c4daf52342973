import type { Browser } from 'playwright-core';

import { CREATE, TWO_TICKETS } from '../support/carts';
import { launchChromium } from '../support/programs/chromium';
import { ask } from '../support/house';
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

describe('the status page, in a browser', () => {
  it.each(LOOKS)('is fit to be seen and to be heard: %s', async (name, look) => {
    visit = await openVisit(browser, look);
    await ask(visit.url, CREATE, { input: TWO_TICKETS, wait: 5 });
    const page = await visit.context.newPage();
    await page.goto(`${visit.url}/status/`);
    await page.getByText('Everything works.').waitFor();
    await takePicture(page, `status page, ${name}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.viewport.width);
    expect(await barriers(page)).toEqual([]);
    expect(visit.complaints).toEqual([]);
  });

  it('moves by itself: a cart that is made meanwhile appears, and the call for it', async () => {
    visit = await openVisit(browser);
    const page = await visit.context.newPage();
    await page.goto(`${visit.url}/status/`);
    const held = page.locator('dt', { hasText: /^Held$/ }).locator('+ dd');
    await held.and(page.getByText('0', { exact: true })).waitFor();
    await ask(visit.url, CREATE, { input: TWO_TICKETS, wait: 5 });
    await held.and(page.getByText('1', { exact: true })).waitFor();
    await page.getByText(/^[1-9]\d* calls in the last minute, 0 of them failed/).waitFor();
    expect(visit.complaints).toEqual([]);
  });
});

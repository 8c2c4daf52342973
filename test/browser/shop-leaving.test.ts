import type { Browser } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { launchChromium } from '../support/programs/chromium';
import { type Storefront, findSeats, heading, openStorefront } from './storefront';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** `CART_RELEASE_GRACE_SECONDS`. */
const GRACE_MS = 10_000;

let browser: Browser;
let shop: Storefront;

beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
afterAll(() => (browser as Browser | undefined)?.close());
afterEach(async () => {
  await shop.close();
  expect(shop.complaints).toEqual([]);
});

const allGivenBack = { openCarts: 0, heldSeats: 0, purchases: 0, orphanedByEarlyDelete: 0 };
const nothingPunished = { violations: { earlyPoll: 0, concurrentCall: 0, busyCart: 0 } };

describe('leaving the example shop', () => {
  it('R-CLEANUP-3: the tab closed while seats are still being looked for: they go back once they are found', async () => {
    shop = await openStorefront(browser, { sandbox: { pollingDepth: 3 } });
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'Looking for your seats');
    await page.getByText(/At most .* more/).waitFor();
    expect(shop.report()).toMatchObject({ openCarts: 1, reserves: 0 });
    await page.close();
    const report = await shop.reports(({ openCarts, deletes }) => openCarts === 0 && deletes === 1);
    expect(report).toMatchObject({ ...allGivenBack, ...nothingPunished, reserves: 1 });
  });

  it('R-CLEANUP-2: the tab closed while seats are held: they go back', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, heldSeats: 2 });
    const leftAtMs = shop.house.clock.now();
    await page.close();
    expect(await shop.reports(({ deletes }) => deletes === 1)).toMatchObject(allGivenBack);
    expect(shop.house.clock.now() - leftAtMs).toBeLessThan(GRACE_MS + 2000);
  });

  it('the search given up while seats are being looked for: they go back, and the event is shown again', async () => {
    shop = await openStorefront(browser, { sandbox: { pollingDepth: 3 } });
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await page.getByText(/At most .* more/).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await heading(page, /Family Day/);
    const report = await shop.reports(({ openCarts, deletes }) => openCarts === 0 && deletes === 1);
    expect(report).toMatchObject({ ...allGivenBack, ...nothingPunished });
  });

  it('looking around while seats are held: they stay, with the way back to them on every page', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'Your seats are held');
    await page.goBack();
    await heading(page, /Family Day/);
    await page.getByRole('link', { name: /^Your seats/ }).click();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, deletes: 0 });
    await page.getByRole('button', { name: 'Give the seats back' }).click();
    expect(await shop.reports(({ deletes }) => deletes === 1)).toMatchObject(allGivenBack);
  });
});

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { launchChromium } from '../support/programs/chromium';
import { type Shop, openShop } from './shop';

/** The longest that a page's last word may take to give its seats back: the grace, and two seconds. */
const SOON_MS = 3000;
const POLL_WAIT_SECONDS = 0.5;
/** A reserve and a delete that poll three deep each, and as long again for a busy machine. */
const POLLING_ROUND_MS = 2 * (3 + 3) * POLL_WAIT_SECONDS * 1000;
/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;

let browser: Browser;
let shop: Shop;
let context: BrowserContext;
/** What each test opened, the latest last. */
let opened: (() => Promise<void>)[];
/** What went wrong on any page. */
let complaints: string[];

beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
// Undefined where it could not be started.
afterAll(() => (browser as Browser | undefined)?.close());

beforeEach(async () => {
  opened = [];
  complaints = [];
  shop = await openShop(POLL_WAIT_SECONDS, (close) => opened.push(close));
  context = await browser.newContext();
  opened.push(() => context.close());
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') complaints.push(`It asked for ${request.url()}.`);
  });
});
afterEach(async () => {
  for (const close of opened.reverse()) await close();
});

/** Opens a page of the shop, and resolves when its cart, in `status`, is to be seen on it. */
async function goShopping(url: string, status: 'Cart' | 'Pending'): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#status', { hasText: status }).waitFor({ timeout: 30_000 });
  expect(await page.locator('#cart').textContent()).toMatch(/^[\w-]+$/);
  return page;
}

const nothingIsOpen = ({ openCarts, deletes }: { openCarts: number; deletes: number }) =>
  openCarts === 0 && deletes === 1;

describe('the release beacon, in a browser', () => {
  it('R-CLEANUP-2: gives the seats back when the page is closed', async () => {
    const page = await goShopping(shop.page(), 'Cart');
    expect(shop.report()).toMatchObject({ openCarts: 1, heldSeats: 2 });
    await page.close();
    expect(await shop.reports(nothingIsOpen, SOON_MS)).toMatchObject({ heldSeats: 0 });
    expect(complaints).toEqual([]);
  });

  it('R-CLEANUP-3: gives the seats back when the page is closed while its reserve still polls', async () => {
    const page = await goShopping(shop.page('slowly'), 'Pending');
    await page.close();
    expect(shop.report()).toMatchObject({ openCarts: 1, reserves: 0 });
    expect(await shop.reports(nothingIsOpen, POLLING_ROUND_MS)).toMatchObject({
      heldSeats: 0,
      reserves: 1,
      orphanedByEarlyDelete: 0,
      violations: { earlyPoll: 0, concurrentCall: 0, busyCart: 0 },
    });
    expect(complaints).toEqual([]);
  });

  it('R-CLEANUP-4: gives the seats back when the shopper goes to another page', async () => {
    const page = await goShopping(shop.page(), 'Cart');
    await page.goto(shop.elsewhere);
    expect(await shop.reports(nothingIsOpen, SOON_MS)).toMatchObject({ heldSeats: 0 });
    expect(complaints).toEqual([]);
  });

  it('is what gives them back: a page that closes without it keeps its seats for its lease', async () => {
    const silent = await goShopping(shop.page('silently'), 'Cart');
    await silent.close();
    // How long is long enough to be sure? Until the seats of a page that closed later are back.
    const other = await goShopping(shop.page(), 'Cart');
    await other.close();
    const report = await shop.reports(({ deletes }) => deletes > 0, SOON_MS);
    expect(report).toMatchObject({ openCarts: 1, deletes: 1, heldSeats: 2 });
    expect(complaints).toEqual([]);
  });
});

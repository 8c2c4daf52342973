import type { Browser, Page } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { cartIdOf, createCart, deleteCart, keepCart, requests } from '../carts/mutations/shop';
import { launchChromium } from '../support/programs/chromium';
import { type Storefront, findSeats, heading, look, openStorefront } from './storefront';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** The partner may have one reservation at once: everybody else stands in line. */
const ONE_AT_ONCE = { PARTNER_RESERVATIONS: '1' };
/** More than half of the time for which a solved captcha is valid, and less than a lease. */
const LONG_MS = 70_000;

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

/** Another shopper, who asks for seats without a browser. */
async function anotherShopper(more: Record<string, unknown> = {}) {
  const { house } = shop;
  const cartId = cartIdOf(await house.clock.until(createCart(house, more)));
  return {
    leaves: () => deleteCart(house, { cartId }),
    keeps: () => keepCart(house, cartId),
  };
}

/** Asks for seats, and resolves when the shopper stands in line. */
async function standInLine(): Promise<Page> {
  const page = await shop.visit(`/events/${notable.family}`);
  await heading(page, /Family Day/);
  await findSeats(page);
  await heading(page, 'You are in line');
  return page;
}

describe('standing in line in the example shop', () => {
  it('shows the place and the time, moves up, and gets the seats', async () => {
    shop = await openStorefront(browser, { env: ONE_AT_ONCE });
    const holder = await anotherShopper();
    const first = await anotherShopper();
    const page = await standInLine();
    const place = page.locator('.line-place');
    const wait = page.locator('.line-wait');
    await place.getByText('You are number 2 in line.', { exact: true }).waitFor();
    await wait.getByText(/^About \d+ (seconds|minutes?)\./).waitFor();
    await page.getByText('No seats are held yet.').waitFor();
    expect(await look(page, 'line')).toEqual([]);
    await page.reload();
    await place.getByText('You are number 2 in line.', { exact: true }).waitFor();

    await page.goBack();
    await page.getByText('You give up your place in line').waitFor();
    await page.getByRole('link', { name: 'You are number 2 in line' }).click();

    await first.leaves();
    await place.getByText('You are next in line.', { exact: true }).waitFor();
    expect(requests(shop.house).reserve).toBe(1);
    await holder.leaves();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, heldSeats: 2, requests: { reserve: 2 } });
  });

  it.each([
    ['with the button', (page: Page) => page.getByRole('button', { name: 'Leave the line' }).click()],
    ['by closing the tab', (page: Page) => page.close()],
  ])('leaves the line %s: nothing is ever reserved', async (_, leave) => {
    shop = await openStorefront(browser, { env: ONE_AT_ONCE });
    const holder = await anotherShopper();
    const page = await standInLine();
    await leave(page);
    if (!page.isClosed()) await heading(page, /Family Day/);
    await holder.leaves();
    // Who comes later is served now: nobody stands before them.
    await (await anotherShopper()).leaves();
    const report = await shop.reports(({ openCarts }) => openCarts === 0);
    expect(report).toMatchObject({ heldSeats: 0, requests: { reserve: 2 } });
  });

  it('keeps the place when the gateway refuses to say where it is, for long', async () => {
    shop = await openStorefront(browser, { env: ONE_AT_ONCE });
    const holder = await anotherShopper();
    const page = await shop.visit(`/events/${notable.family}`);
    await heading(page, /Family Day/);
    await page.clock.install();
    await findSeats(page);
    await heading(page, 'You are in line');
    const next = await anotherShopper();
    await page.route('**/graphql', (route) => {
      if (!route.request().postData()?.includes('pollCart')) return route.continue();
      const errors = [{ message: 'The ledger is away.', extensions: { code: 'LEDGER_UNAVAILABLE' } }];
      return route.fulfill({ json: { data: { pollCart: null }, errors } });
    });
    const trouble = page.getByRole('heading', { name: 'Something is wrong on our side' });
    while (!(await trouble.isVisible())) await page.clock.fastForward(2000);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('You are next in line.', { exact: true }).waitFor();
    await next.leaves();
    await holder.leaves();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, heldSeats: 2, requests: { reserve: 2 } });
  });

  it('a captcha that became too old in line is shown again, and the place is kept', async () => {
    shop = await openStorefront(browser, { env: ONE_AT_ONCE, sandbox: { captcha: 'required' } });
    const holder = await anotherShopper({ captchaToken: 'solved-by-the-holder' });
    const page = await shop.visit(`/events/${notable.family}`);
    await heading(page, /Family Day/);
    await findSeats(page);
    const human = page.frameLocator('iframe[title="Captcha"]').getByRole('button', { name: 'I am human' });
    await human.click();
    await heading(page, 'You are in line');
    const later = await anotherShopper({ captchaToken: 'solved-by-a-later-one' });
    for (let round = 0; round < 2; round++) {
      shop.house.clock.advance(LONG_MS);
      await holder.keeps();
      await page.waitForResponse((response) => !!response.request().postData()?.includes('pollCart'));
    }
    await later.keeps();
    await holder.leaves();

    await heading(page, 'Are you human?');
    await page.getByText('Your place is kept for two minutes').waitFor();
    await page.getByRole('button', { name: 'Leave the line' }).waitFor();
    expect(await look(page, 'line-captcha')).toEqual([]);
    await page.reload();
    await page.getByText('Your place is kept for two minutes').waitFor();
    await later.leaves();
    await human.click();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, heldSeats: 2 });
  });
});

/** What the gateway answers to one poll after the other, and what is to be seen. */
const PLACES: readonly (readonly [queue: Record<string, unknown>, place: string, wait: string])[] = [
  [
    { position: 12_345, estimatedWaitSeconds: 5401, notice: null },
    'You are number 12,345 in line.',
    'About 2 hours.',
  ],
  [
    { position: 400, estimatedWaitSeconds: 1441, notice: null },
    'You are number 400 in line.',
    'About 25 minutes.',
  ],
  [
    { position: 12, estimatedWaitSeconds: 161, notice: null },
    'You are number 12 in line.',
    'About 3 minutes.',
  ],
  [
    { position: 12, estimatedWaitSeconds: 260, notice: 'NO_SEATS_FOUND' },
    'You are number 12 in line.',
    'About 5 minutes. That is longer than before.',
  ],
  [{ position: 2, estimatedWaitSeconds: 52, notice: null }, 'You are number 2 in line.', 'About 1 minute.'],
  [{ position: 1, estimatedWaitSeconds: 0.4, notice: null }, 'You are next in line.', 'About 10 seconds.'],
];

describe('the place and the time', () => {
  it('change with each answer and never in between, are rounded up, and do not hide that the wait grows', async () => {
    shop = await openStorefront(browser, { env: ONE_AT_ONCE });
    const holder = await anotherShopper();
    const page = await standInLine();
    let queue: unknown = null;
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('pollCart')) return route.continue();
      const json = await (await route.fetch()).json();
      Object.assign(json.data.pollCart, { waitSeconds: 0.2, ...(queue !== null && { queue }) });
      return route.fulfill({ json });
    });
    await page.evaluate(`
      announcements = 0;
      new MutationObserver(() => announcements++).observe(document.querySelector('p[role=status]'), {
        characterData: true, childList: true, subtree: true,
      });
    `);
    for (const [next, place, wait] of PLACES) {
      queue = next;
      await page.locator('.line-place').getByText(place, { exact: true }).waitFor();
      await page.locator('.line-wait').getByText(wait, { exact: true }).waitFor();
      const notice = page.getByText('The last shopper whose turn came got no seats.');
      expect(await notice.count()).toBe(next['notice'] === null ? 0 : 1);
    }
    // A screen reader announces a place now and then, not each of them.
    expect(await page.evaluate('announcements')).toBeLessThanOrEqual(1);
    await page.unroute('**/graphql');
    await holder.leaves();
    await heading(page, 'Your seats are held');
  });
});

import type { Browser, Page } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { cartIdOf, createCart, deleteCart, lookAtCart } from '../carts/mutations/shop';
import { launchChromium } from '../support/programs/chromium';
import { SIZES, type Storefront, findSeats, heading, look, openStorefront, pay } from './storefront';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** Every call that may poll does. */
const POLLING = { sandbox: { pollingDepth: 3 } };
/** `CART_RELEASE_GRACE_SECONDS`, and the two seconds in which a cart is gone after it. */
const GRACE_MS = 10_000;
const AFTER_GRACE_MS = 2000;
/** What a countdown may be late: it goes on while it is compared. */
const TICKS_SECONDS = 2;

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

/** What the sandbox counts that upstream would punish. */
const punished = () => Object.entries(shop.report().violations).filter(([, count]) => count > 0);

/** What the page has stored, as text. Empty if nothing is. */
const stored = (page: Page) =>
  page.evaluate<string>(`JSON.stringify({ ...localStorage, ...sessionStorage })`);

/** The id of the cart that the page has stored. */
const storedId = (page: Page) => page.evaluate<string>(`JSON.parse(localStorage['stagedoor-cart']).cartId`);

/** What a shopper typed, which nothing may keep. */
const TYPED = ['John', 'Doe', 'example.com', 'Main Street', '90210', '4588', '0011', 'Los Angeles'];

async function expectNothingTyped(page: Page): Promise<void> {
  const text = await stored(page);
  expect(TYPED.filter((typed) => text.includes(typed))).toEqual([]);
}

/** Expects the countdown of the page to be that of the gateway. */
async function expectRightCountdown(page: Page): Promise<void> {
  const text = await page.locator('.hold-line .countdown [aria-hidden]').textContent();
  const [minutes = 0, seconds = 0] = (text ?? '').split(':').map(Number);
  const { status, holdSeconds } = await lookAtCart(shop.house, await storedId(page));
  expect(status).toBe('HELD');
  expect(Math.abs(minutes * 60 + seconds - holdSeconds)).toBeLessThanOrEqual(TICKS_SECONDS);
}

/** Ways to leave a page and to come back. Each resolves to the page with which the shopper goes on. */
const WAYS: Readonly<Record<string, (page: Page) => Promise<Page>>> = {
  'a reload': async (page) => {
    await page.reload();
    return page;
  },
  'another address and the back button': async (page) => {
    await page.goto('about:blank');
    await page.goBack();
    return page;
  },
  'a tab that was thrown away': async (page) => {
    const crashed = page.waitForEvent('crash');
    const devtools = await shop.context.newCDPSession(page);
    void devtools.send('Page.crash').catch(() => {});
    await crashed;
    const next = await shop.context.newPage();
    await next.setViewportSize(page.viewportSize() ?? SIZES.phone);
    await next.goto(page.url());
    return next;
  },
  'a second tab, and the first closed': async (page) => {
    const next = await shop.context.newPage();
    await next.setViewportSize(page.viewportSize() ?? SIZES.phone);
    await next.goto(page.url());
    await heading(next, /Your seats are held|Looking for your seats|You are in line|The tickets are yours/);
    await page.close();
    return next;
  },
};

/** Lets the grace pass, with time for the pages to act in it. */
async function sitOutGrace(): Promise<void> {
  const atMs = shop.house.clock.now() + GRACE_MS + AFTER_GRACE_MS;
  await shop.reports(() => shop.house.clock.now() >= atMs);
}

/** Waits for a text of the view. */
const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** A phone throws pages away, and most shoppers have one; the two ways that differ on a desktop are tried there, too. */
const CASES = [
  ...Object.keys(WAYS).map((way) => [way, 'phone'] as const),
  ['a reload', 'desktop'] as const,
  ['a second tab, and the first closed', 'desktop'] as const,
];

describe('coming back to the example shop, polling forced at every step,', () => {
  it.each(CASES)('by %s, on a %s: the seats stay at every step, and are bought once', async (way, size) => {
    const comeBack = WAYS[way] ?? (() => Promise.reject(new Error('There is no such way.')));
    shop = await openStorefront(browser, POLLING);
    let page = await shop.visit(`/events/${notable.family}`);
    await page.setViewportSize(SIZES[size]);
    page = await shop.whileTimeStandsStill(async () => {
      await findSeats(page);
      await sees(page, /At most .* more/);
      const next = await comeBack(page);
      await heading(next, 'Looking for your seats');
      return next;
    });

    await heading(page, 'Your seats are held');
    await sees(page, 'Will call');
    page = await comeBack(page);
    await heading(page, 'Your seats are held');
    await expectRightCountdown(page);
    await page.getByLabel(/Will call/).check();
    await page.getByRole('button', { name: 'Continue to payment' }).click();

    await page.getByLabel('Card number').fill('4588 8832 0600 0011');
    await page.getByLabel('First name').fill('John');
    await expectNothingTyped(page);
    page = await comeBack(page);
    await page.getByLabel('Card number').waitFor();
    expect(await page.getByLabel('Card number').inputValue()).toBe('');
    await expectRightCountdown(page);
    await pay(page);

    await sees(page, 'VISA ending in 0011');
    await expectNothingTyped(page);
    page = await comeBack(page);
    await sees(page, 'VISA ending in 0011');
    await expectRightCountdown(page);
    page = await shop.whileTimeStandsStill(async () => {
      await page.getByRole('button', { name: /^Buy for \$/ }).click();
      await sees(page, 'Buying your tickets');
      await sees(page, /At most .* more/);
      const next = await comeBack(page);
      await sees(next, 'Buying your tickets');
      return next;
    });
    await heading(page, 'The tickets are yours');
    expect(await stored(page)).toBe('{}');
    expect(shop.report()).toMatchObject({ purchases: 1, reserves: 1, openCarts: 0, heldSeats: 0 });
    expect(punished()).toEqual([]);
  });

  it.each(Object.keys(WAYS))('by %s: the place in line stays', async (way) => {
    shop = await openStorefront(browser, { ...POLLING, env: { PARTNER_RESERVATIONS: '1' } });
    const { house } = shop;
    const holder = cartIdOf(await house.clock.until(createCart(house)));
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'You are in line');
    const next = await (WAYS[way] ?? (() => Promise.reject(new Error('There is no such way.'))))(page);
    await heading(next, 'You are in line');
    await sees(next, 'You are next in line.');
    await deleteCart(house, { cartId: holder });
    await heading(next, 'Your seats are held');
    await expectRightCountdown(next);
    expect(punished()).toEqual([]);
  });

  it('while the call that reserves is not yet answered: it is repeated, and reserves once', async () => {
    shop = await openStorefront(browser, POLLING);
    const page = await shop.visit(`/events/${notable.family}`);
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !route.request().postData()?.includes('mutation CreateCart')) return route.continue();
      lost++;
      await route.fetch();
      // The page is reloaded before it has the answer.
    });
    await findSeats(page);
    await shop.reports(({ requests }) => requests.reserve === 1);
    await page.reload();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, requests: { reserve: 1 } });
  });
});

describe('two tabs of the example shop', () => {
  it('show the same cart and the same countdown, and each what the other does', async () => {
    shop = await openStorefront(browser, POLLING);
    const first = await shop.visit(`/events/${notable.family}`);
    await findSeats(first);
    await heading(first, 'Your seats are held');
    const second = await shop.visit('/checkout');
    await heading(second, 'Your seats are held');
    await expectRightCountdown(first);
    await expectRightCountdown(second);
    expect(await look(second, 'returned')).toEqual([]);

    await first.getByLabel(/Will call/).check();
    await first.getByRole('button', { name: 'Continue to payment' }).click();
    await second.getByLabel('Card number').waitFor();

    await Promise.all([first.reload(), second.reload()]);
    await first.getByLabel('Card number').waitFor();
    await second.getByLabel('Card number').waitFor();
    await sitOutGrace();
    await expectRightCountdown(second);

    await first.getByRole('button', { name: 'Give the seats back' }).click();
    await heading(second, 'Your seats were given back');
    expect(await stored(second)).toBe('{}');
    expect(punished()).toEqual([]);
  });

  it('reserve once, when the shopper looks for seats in one of them', async () => {
    shop = await openStorefront(browser);
    const first = await shop.visit(`/events/${notable.family}`);
    await findSeats(first);
    await heading(first, 'Your seats are held');
    const second = await shop.visit('/checkout');
    await heading(second, 'Your seats are held');
    await second.getByRole('button', { name: 'Give the seats back' }).click();
    await heading(first, 'Your seats were given back');
    await first.getByRole('button', { name: 'Try again' }).click();
    await heading(first, 'Your seats are held');
    await second.goto(`${shop.house.gateway.url}/shop/#/checkout`);
    await heading(second, 'Your seats are held');
    await sitOutGrace();
    await expectRightCountdown(first);
    expect(shop.report()).toMatchObject({ openCarts: 1, deletes: 1, requests: { reserve: 2 } });
    expect(punished()).toEqual([]);
  });
});

describe('the back/forward cache', () => {
  it('brings the page back with its seats', async () => {
    const caching = await launchChromium(['--disable-back-forward-cache']);
    try {
      shop = await openStorefront(caching);
      const html = '<title>Elsewhere</title><link rel="icon" href="data:,">';
      await shop.context.route('**/elsewhere', (route) =>
        route.fulfill({ contentType: 'text/html', body: html }),
      );
      const page = await shop.visit(`/events/${notable.family}`);
      await findSeats(page);
      await heading(page, 'Your seats are held');
      await page.evaluate(`addEventListener('pageshow', ({ persisted }) => (window.wasCached = persisted))`);
      await page.goto(`${shop.house.gateway.url}/elsewhere`);
      await page.evaluate('history.back()');
      await heading(page, 'Your seats are held');
      expect(await page.evaluate('window.wasCached')).toBe(true);
      await sitOutGrace();
      await expectRightCountdown(page);
      await page.goto(`${shop.house.gateway.url}/elsewhere`);
      await shop.reports(({ openCarts }) => openCarts === 0);
      await page.evaluate('history.back()');
      await heading(page, 'Your seats were given back');
    } finally {
      await caching.close();
    }
  });
});

describe('really leaving the example shop', () => {
  it.each([
    ['phone', 'the tab closed', (page: Page) => page.close()],
    ['desktop', 'the tab closed', (page: Page) => page.close()],
    ['phone', 'another address opened', (page: Page) => page.goto('about:blank')],
    ['desktop', 'another address opened', (page: Page) => page.goto('about:blank')],
  ] as const)('on a %s, %s: the seats are free within grace and two seconds', async (size, _, leave) => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await page.setViewportSize(SIZES[size]);
    await findSeats(page);
    await heading(page, 'Your seats are held');
    await page.reload();
    await heading(page, 'Your seats are held');
    const leftAtMs = shop.house.clock.now();
    await leave(page);
    const report = await shop.reports(({ openCarts }) => openCarts === 0);
    expect(shop.house.clock.now() - leftAtMs).toBeLessThan(GRACE_MS + AFTER_GRACE_MS);
    expect(report).toMatchObject({ heldSeats: 0, deletes: 1 });
    expect(punished()).toEqual([]);
  });
});

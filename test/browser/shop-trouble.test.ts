import type { Browser, Page } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { ordinaryClosure } from '../support/edition';
import { launchChromium } from '../support/programs/chromium';
import { type Storefront, findSeats, heading, look, openStorefront, pay } from './storefront';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** Longer than upstream holds seats. */
const HOLD_MS = 300_000;

let browser: Browser;
let shop: Storefront;
/** What the browser itself says when the test cuts it off. */
let expected: RegExp | undefined;

beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
afterAll(() => (browser as Browser | undefined)?.close());
beforeEach(() => {
  expected = undefined;
});
afterEach(async () => {
  await shop.close();
  expect(shop.complaints.filter((complaint) => !expected?.test(complaint))).toEqual([]);
});

/** As far as the form that wants a card. */
async function goToPayment(page: Page): Promise<void> {
  await findSeats(page);
  await heading(page, 'Your seats are held');
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page.getByLabel('State or province').waitFor();
}

describe('trouble in the example shop, explained in words that a shopper understands', () => {
  it('the hold runs out: the countdown ends, the seats are gone, and they can be looked for again', async () => {
    shop = await openStorefront(browser);
    await shop.context.clock.install();
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'Your seats are held');
    await page.getByText(/^4:5\d$/).waitFor();
    // The shopper is there all along.
    for (let minute = 0; minute < 4; minute++) {
      const kept = page.waitForResponse((response) => !!response.request().postData()?.includes('keepCart'));
      shop.house.clock.advance(HOLD_MS / 5);
      await page.clock.fastForward(HOLD_MS / 5);
      await kept;
      await page.getByText(new RegExp(`^${3 - minute}:5\\d$`)).waitFor();
    }
    await page.getByText('Your seats are held for 60 seconds more.').waitFor({ state: 'attached' });
    expect(shop.report()).toMatchObject({ heldSeats: 2, deletes: 0 });
    shop.house.clock.advance(HOLD_MS / 5);
    await page.clock.fastForward(HOLD_MS / 5);
    await heading(page, 'Your time is up');
    expect(await look(page, 'trouble-hold-expired')).toEqual([]);
    expect(shop.report()).toMatchObject({ openCarts: 0, heldSeats: 0 });
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Your seats are held');
  });

  it('sold out', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.soldOut}`);
    await findSeats(page);
    await heading(page, 'These seats are gone');
    expect(await look(page, 'trouble-sold-out')).toEqual([]);
    await page.getByRole('link', { name: 'Choose other tickets' }).click();
    await heading(page, 'Sold Out');
    expect(shop.report()).toMatchObject({ openCarts: 0, purchases: 0 });
  });

  it('maintenance: says so before and during it, and until when', async () => {
    // At night in Chicago.
    const { endsAtMs } = ordinaryClosure('2026-06-15T07:00:00Z');
    shop = await openStorefront(browser, { nowMs: endsAtMs - 30 * 60_000 });
    const page = await shop.visit(`/events/${notable.family}`);
    await page.getByText('The box office is closed for the night').waitFor();
    expect(await look(page, 'trouble-maintenance-event')).toEqual([]);
    await findSeats(page);
    await heading(page, 'The box office is closed for the night');
    await page.getByText(/It opens again at .* in \d+ minutes/).waitFor();
    expect(await page.getByRole('button', { name: /Try again in/ }).isDisabled()).toBe(true);
    expect(await look(page, 'trouble-maintenance')).toEqual([]);
  });

  it('the card is mistyped, has no money, has another code; the next one pays, and the seats were held all along', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await goToPayment(page);
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await page.getByText(/Please correct the \d+ fields/).waitFor();
    await page.locator('input[name=firstName]:focus').waitFor();
    expect(await look(page, 'trouble-payment-fields')).toEqual([]);

    await pay(page, { number: '4588 8832 0600 0012', expiry: '12/2020', code: '123' });
    await page.getByText('Please check the card').waitFor();
    await pay(page, { number: '4000 0000 0000 9995', expiry: '09/30', code: '123' });
    await page.getByText('There is not enough money on this card').waitFor();
    expect(await look(page, 'trouble-declined')).toEqual([]);
    await pay(page, { number: '4000 0000 0000 0127', expiry: '09/30', code: '123' });
    await page.getByText('The security code is wrong').waitFor();
    await pay(page);
    await page.getByRole('button', { name: /^Buy for/ }).click();
    await heading(page, 'The tickets are yours');
    expect(shop.report()).toMatchObject({
      purchases: 1,
      maxPurchasesPerCart: 1,
      violations: { plainCardNumber: 0 },
    });
  });

  it('L5: the total is another one than was shown: nothing is bought before the shopper has seen the new one', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await goToPayment(page);
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('setCartPayment')) return route.continue();
      const json = await (await route.fetch()).json();
      json.data.setCartPayment.totals.grand.amount = '1.00';
      return route.fulfill({ json });
    });
    await pay(page);
    await page.getByRole('button', { name: 'Buy for $1.00' }).click();
    await page.getByText('The total has changed').waitFor();
    expect(shop.report()).toMatchObject({ purchases: 0, heldSeats: 2 });
    await page.getByRole('button', { name: 'Buy for $107.00' }).click();
    await heading(page, 'The tickets are yours');
    expect(shop.report()).toMatchObject({ purchases: 1 });
  });

  it('the network is away: the same is sent again, and the seats are held once', async () => {
    shop = await openStorefront(browser);
    expected = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;
    const page = await shop.visit(`/events/${notable.family}`);
    await heading(page, /Family Day/);
    // The gateway hears it; its answer is lost.
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('createCart')) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await findSeats(page);
    await heading(page, 'We cannot reach the box office');
    expect(await look(page, 'trouble-unreachable')).toEqual([]);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({ openCarts: 1, reserves: 1, heldSeats: 2 });
  });

  it('over the budget of requests: the seats are still held, and not called given back', async () => {
    shop = await openStorefront(browser, { env: { RATE_LIMIT_PER_ADDRESS: '8' } });
    expected = /status of 429/;
    const page = await shop.visit(`/events/${notable.family}`);
    await findSeats(page);
    await heading(page, 'Your seats are held');
    const statuses: number[] = [];
    while (!statuses.includes(429)) {
      const kept = page.waitForResponse((response) => !!response.request().postData()?.includes('keepCart'));
      await page.evaluate(`dispatchEvent(new Event('focus'))`);
      statuses.push((await kept).status());
    }
    await page.evaluate('new Promise((resolve) => setTimeout(resolve, 300))');
    await heading(page, 'Your seats are held');
    expect(await page.evaluate('localStorage.length')).toBe(1);
    expect(shop.report()).toMatchObject({ heldSeats: 2, deletes: 0 });
    await page.goto(`${shop.house.gateway.url}/shop/#/events/${notable.soldOut}`);
    await page.getByText('It is very busy just now').waitFor();
  });

  it('upstream does not answer a step: it says so, and not that the seats are gone', async () => {
    shop = await openStorefront(browser);
    const { sandbox } = shop.house;
    sandbox.setFaults([{ route: 'events', kind: 'status', status: 500 }]);
    const page = await shop.visit();
    await page.getByText('Something is wrong on our side').waitFor();
    sandbox.setFaults([{ route: 'shippingOptions', kind: 'status', status: 500 }]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: /Family Day/ }).click();
    await findSeats(page);
    await heading(page, 'Your seats are held');
    await page.getByText('Something is wrong on our side').waitFor();
    sandbox.setFaults([{ route: 'certificate', kind: 'status', status: 500 }]);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await page.getByLabel('State or province').waitFor();
    await pay(page);
    await page.getByText('Something is wrong on our side').waitFor();
    sandbox.setFaults([]);
    await pay(page);
    await page.getByRole('button', { name: /^Buy for/ }).click();
    await heading(page, 'The tickets are yours');
  });

  it('L5: the answer to the purchase is lost: it is not called failed, and turns into a receipt', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await page.clock.install();
    await goToPayment(page);
    await pay(page);
    shop.house.sandbox.setFaults([{ route: 'purchase', kind: 'resetAfter' }]);
    await page.getByRole('button', { name: /^Buy for/ }).click();
    await heading(page, 'We are checking your order');
    await shop.whileTimeStandsStill(async () => {
      await page.reload();
      await heading(page, 'We are checking your order');
    });
    await page.getByText('Please do not buy these tickets again.').waitFor();
    expect(await look(page, 'trouble-unsure')).toEqual([]);
    shop.house.sandbox.setFaults([]);
    shop.house.clock.advance(120_000);
    await page.clock.fastForward(120_000);
    await heading(page, 'The tickets are yours');
    expect(shop.report()).toMatchObject({ purchases: 1, maxPurchasesPerCart: 1 });
  });
});

/** Everything else that a reserve can be answered with, as the gateway would say it. */
const FAILURES: [heading: string, answer: Record<string, unknown>][] = [
  ['That is too many tickets', { __typename: 'TicketLimitExceeded', code: 'LIMIT_EXCEEDED', limit: 4 }],
  [
    'Something needs a correction',
    {
      __typename: 'InvalidInput',
      code: 'QUANTITY_RULE',
      issues: [{ path: 'tickets.0.quantity', code: 'QUANTITY_RULE' }],
    },
  ],
  [
    'We could not make sure that you are human',
    { __typename: 'CaptchaFailed', code: 'CAPTCHA_INVALID', captcha: null },
  ],
  [
    'Not sold here',
    { __typename: 'EventNotSellable', code: 'NOT_TRANSACTABLE', redirectUrl: 'https://example.com/' },
  ],
  ['Your seats were given back', { __typename: 'CartGone', code: 'CART_RELEASED' }],
  [
    'It is very busy just now',
    { __typename: 'Throttled', code: 'CALLER_QUOTA', retryable: true, retryAfterSeconds: 9 },
  ],
  [
    'It is very busy just now',
    { __typename: 'Throttled', code: 'UPSTREAM_QUOTA', retryable: true, retryAfterSeconds: 9 },
  ],
  [
    'The line is full',
    { __typename: 'Throttled', code: 'QUEUE_FULL', retryable: true, retryAfterSeconds: 40 },
  ],
  ['That did not work', { __typename: 'IdempotencyConflict', code: 'KEY_REUSED' }],
  [
    'The box office does not answer',
    { __typename: 'UpstreamFailed', code: 'TIMEOUT', retryable: true, requestId: null },
  ],
  [
    'It took too long',
    { __typename: 'UpstreamFailed', code: 'GAVE_UP_POLLING', retryable: true, requestId: null },
  ],
  [
    'Something is wrong at the box office',
    { __typename: 'UpstreamFailed', code: 'UNEXPECTED', requestId: 'f3' },
  ],
  // Added to the schema after the shop was written.
  ['That did not work', { __typename: 'VenueOnFire', code: 'ON_FIRE' }],
];

describe('every other failure', () => {
  it('has words of its own, and never the ones that are for developers', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.family}`);
    await heading(page, /Family Day/);
    let answer: Record<string, unknown> = {};
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('createCart')) return route.continue();
      const createCart = {
        retryable: false,
        retryAfterSeconds: null,
        message: 'the gateway’s own words',
        ...answer,
      };
      return route.fulfill({ json: { data: { createCart } } });
    });
    for (const [words, failure] of FAILURES) {
      answer = failure;
      await findSeats(page);
      await heading(page, words);
      expect(await page.getByText('the gateway’s own words').count()).toBe(0);
      await page.goBack();
      await heading(page, /Family Day/);
    }
  });
});

import type { Browser } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { OPENS_CARTS } from '../support/edition';
import { launchChromium } from '../support/programs/chromium';
import { type Storefront, findSeats, heading, look, openStorefront, pay } from './storefront';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;

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

const NOTHING_PUNISHED = {
  earlyPoll: 0,
  concurrentCall: 0,
  busyCart: 0,
  plainCardNumber: 0,
  purchaseRepeated: 0,
  otherEdition: 0,
};

describe('buying in the example shop', () => {
  it('from the list of events to the receipt, polling forced at every step, each view fit for everybody', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit();
    await page.getByText('For developers').click();
    await page.getByLabel(/Make upstream take its time/).check();
    await page.getByText('For developers').click();

    await page.getByText(/^\d+ events$/).waitFor();
    await page.getByLabel('Search').fill('okafor chicago');
    await page.getByText('1 event', { exact: true }).waitFor();
    await page.getByLabel('Search').fill('');
    await page.getByText(/^\d\d events$/).waitFor();
    expect(await look(page, '1-events')).toEqual([]);

    await page.getByRole('link', { name: /Samuel Okafor: Quartet/ }).click();
    await heading(page, /Samuel Okafor/);
    await page.locator('h1:focus').waitFor();
    await page.getByLabel(/Price Level 2/).check();
    await page.getByLabel('Area').selectOption({ label: 'Mezzanine' });
    expect(await look(page, '2-event')).toEqual([]);
    await findSeats(page);

    await heading(page, 'Looking for your seats');
    await page.getByRole('progressbar').waitFor();
    await page.getByText(/At most .* more/).waitFor();
    expect(await shop.whileTimeStandsStill(() => look(page, '3-looking-for-seats'))).toEqual([]);

    await heading(page, 'Your seats are held');
    await page.getByText('Section MEZZ, row A, seats 1–2').waitFor();
    await page.getByText('Post (USPS)').waitFor();
    expect(await look(page, '4-delivery')).toEqual([]);
    await page.getByLabel(/Will call/).check();
    await page.getByRole('button', { name: 'Continue to payment' }).click();

    await page.getByLabel('Card number').waitFor();
    await page.getByLabel('State or province').waitFor();
    expect(await look(page, '5-payment')).toEqual([]);
    await pay(page);

    const buy = page.getByRole('button', { name: /^Buy for \$/ });
    await buy.waitFor();
    await page.getByText('VISA ending in 0011').waitFor();
    expect(await look(page, '6-confirm')).toEqual([]);
    await buy.click();
    await page.getByText('Buying your tickets').first().waitFor();
    expect(await shop.whileTimeStandsStill(() => look(page, '7-buying'))).toEqual([]);

    await heading(page, 'The tickets are yours');
    await page.getByRole('link', { name: 'Get your tickets' }).waitFor();
    expect(await look(page, '8-receipt')).toEqual([]);
    expect(shop.report()).toMatchObject({ purchases: 1, violations: NOTHING_PUNISHED });
    await page.close();
    expect(shop.report()).toMatchObject({ purchases: 1, heldSeats: 0 });
  });

  it('by keyboard alone', async () => {
    shop = await openStorefront(browser);
    const page = await shop.visit(`/events/${notable.fees}`);
    await heading(page, 'Fees and Taxes');
    /** Goes from one thing to the next, as the Tab key does, until it is at the one with this name. */
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 60; step++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate<string>(
          `(document.activeElement.labels?.[0] ?? document.activeElement).textContent`,
        );
        if (name.test(focused)) return;
      }
      throw new Error(`There is no way to ${name} by Tab.`);
    };
    const type = async (label: RegExp, text: string) => {
      await tabTo(label);
      await page.keyboard.type(text);
    };
    await type(/^Adult/, '3');
    await tabTo(/^Find seats/);
    await page.keyboard.press('Enter');

    await heading(page, 'Your seats are held');
    await page.getByText('Mobile tickets').waitFor();
    await tabTo(/Mobile tickets|Post|Will call/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await page.getByLabel('State or province').waitFor();
    await type(/^First name/, 'John');
    await type(/^Last name/, 'Doe');
    await type(/^Email/, 'john.doe@example.com');
    await tabTo(/^Country/);
    await type(/^Street/, '123 Main Street');
    await type(/^City/, 'Los Angeles');
    await type(/^State/, 'Calif');
    await type(/^Postal/, '90210');
    await type(/^Card number/, '4588883206000011');
    await type(/^Expires/, '12/2020');
    await type(/^Security/, '123');
    await page.keyboard.press('Enter');

    await page.getByRole('button', { name: /^Buy for/ }).waitFor();
    await tabTo(/^Buy for/);
    await page.keyboard.press('Enter');
    await heading(page, 'The tickets are yours');
    expect(shop.report()).toMatchObject({ purchases: 1 });
  });

  it('with a captcha, where the account needs one', async () => {
    shop = await openStorefront(browser, { sandbox: { captcha: 'required' } });
    const page = await shop.visit(`/events/${notable.family}`);
    await heading(page, /Family Day/);
    await findSeats(page);
    await heading(page, 'Are you human?');
    const human = page.frameLocator('iframe[title="Captcha"]').getByRole('button', { name: 'I am human' });
    await human.waitFor();
    expect(await look(page, 'captcha')).toEqual([]);
    await human.click();
    await heading(page, 'Your seats are held');
    expect(shop.report()).toMatchObject({
      openCarts: 1,
      requests: { openCart: OPENS_CARTS ? 1 : 0, reserve: 1 },
    });
  });
});

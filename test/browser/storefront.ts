import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { type SandboxOptions, type SandboxReport } from '../../src/sandbox/sandbox';
import { FakeClock, QUIET_TIME_MS } from '../support/fake-clock';
import { type House, openHouse } from '../support/house';

/** The example shop in a browser, in front of a gateway and its sandbox. */
export interface Storefront {
  readonly house: House;
  readonly context: BrowserContext;
  /** Opens the shop in a new tab, at the part of its address after `#`. */
  readonly visit: (address?: string) => Promise<Page>;
  /** What went wrong on any page: errors, refused by the policy or not, and calls to anywhere but this machine. */
  readonly complaints: string[];
  readonly report: () => SandboxReport;
  /** Resolves to the sandbox's report as soon as `condition` holds for it. */
  readonly reports: (condition: (report: SandboxReport) => boolean) => Promise<SandboxReport>;
  /** Stops the clock of gateway and sandbox while `work` is done, so that what is under way stays under way. */
  readonly whileTimeStandsStill: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

/** A wait of upstream's that a test can sit out. */
export const POLL_WAIT_SECONDS = 0.4;
/** Upstream works when the browser does: the clock of the house goes on by itself. */
const TICK_MS = 25;

const ARTEFACTS = join(__dirname, '..', 'artefacts', 'shop');
/** The sizes of the windows that are looked at. */
export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/** Opens the shop on a day of 2026 on which all of the catalogue is on sale, whatever today is. */
export async function openStorefront(
  browser: Browser,
  options: { sandbox?: SandboxOptions; env?: Record<string, string>; nowMs?: number } = {},
): Promise<Storefront> {
  const clock = new FakeClock(options.nowMs ?? QUIET_TIME_MS);
  const house = await openHouse({
    clock,
    sandbox: { pollWaitSeconds: POLL_WAIT_SECONDS, ...options.sandbox },
    ...(options.env && { env: options.env }),
  });
  let tickedAtMs = performance.now();
  let standsStill = false;
  const ticking = setInterval(() => {
    const nowMs = performance.now();
    if (!standsStill) clock.advance(nowMs - tickedAtMs);
    tickedAtMs = nowMs;
  }, TICK_MS);

  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: SIZES.phone, locale: 'en-US' });
  context.setDefaultTimeout(30_000);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'about:' && hostname !== '127.0.0.1') {
      complaints.push(`It asked for ${request.url()}.`);
    }
  });
  return {
    house,
    context,
    complaints,
    visit: async (address = '/') => {
      const page = await context.newPage();
      await page.goto(`${house.gateway.url}/shop/#${address}`);
      return page;
    },
    report: () => house.sandbox.report(),
    reports: async (condition) => {
      await clockGoesOnUntil(() => condition(house.sandbox.report()));
      return house.sandbox.report();
    },
    whileTimeStandsStill: async (work) => {
      standsStill = true;
      try {
        return await work();
      } finally {
        standsStill = false;
      }
    },
    close: async () => {
      await context.close();
      clearInterval(ticking);
      await house.close();
    },
  };
}

const LOOK_EVERY_MS = 20;
const SOON_MS = 30_000;

async function clockGoesOnUntil(condition: () => boolean): Promise<void> {
  const untilMs = performance.now() + SOON_MS;
  while (!condition()) {
    if (performance.now() > untilMs) throw new Error(`It did not come about in ${SOON_MS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/**
 * Takes pictures of a view, on a phone and on a desktop, and looks for what keeps people out.
 *
 * @returns axe's findings of weight, in both colour schemes.
 */
export async function look(page: Page, view: string): Promise<string[]> {
  mkdirSync(ARTEFACTS, { recursive: true });
  const findings: string[] = [];
  const picture = async (name: string) => {
    await page.evaluate('scrollTo(0, 0)');
    // A list of some eighty events is long: its beginning is enough to recognize it.
    const fullPage = await page.evaluate<boolean>('document.documentElement.scrollHeight < 4000');
    await page.screenshot({ path: join(ARTEFACTS, `${view}-${name}.png`), fullPage });
  };
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  findings.push(...(await weightyFindings(page, ['color-contrast'])));
  await picture('phone-dark');
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  findings.push(...(await weightyFindings(page)));
  await picture('phone');
  const isWider = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth');
  if (isWider) findings.push('It is wider than a phone.');
  await page.setViewportSize(SIZES.desktop);
  await picture('desktop');
  await page.setViewportSize(SIZES.phone);
  return findings;
}

/** What axe finds that keeps people out, each as `rule: element`. `runOnly` names its rules, if not all of them. */
async function weightyFindings(page: Page, runOnly?: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify({ iframes: false, resultTypes: ['violations'], runOnly })})`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`);
}

/** Chooses the tickets that the event's page proposes, and asks for them. */
export async function findSeats(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find seats' }).click();
}

/** Fills in the form of the payment step, and sends it off. The card of the manual, if no other is given. */
export async function pay(
  page: Page,
  card: { number: string; expiry: string; code: string } = {
    number: '4588 8832 0600 0011',
    expiry: '12/2020',
    code: '123',
  },
): Promise<void> {
  await page.getByLabel('First name').fill('John');
  await page.getByLabel('Last name').fill('Doe');
  await page.getByLabel('Email').fill('john.doe@example.com');
  await page.getByLabel('Street and number').fill('123 Main Street');
  await page.getByLabel('City').fill('Los Angeles');
  await page.getByLabel('State or province').selectOption({ label: 'California' });
  await page.getByLabel('Postal code').fill('90210');
  await page.getByLabel('Card number').fill(card.number);
  await page.getByLabel('Expires').fill(card.expiry);
  await page.getByLabel('Security code').fill(card.code);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Waits until the view with this heading is there. */
export const heading = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('heading', { name }).first().waitFor();

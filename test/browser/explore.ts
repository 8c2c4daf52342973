import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

/** Pictures of the pages, for people to look at. Not part of the repository. */
const ARTEFACTS = join(__dirname, '..', 'artefacts');

/** The sizes and colours in which every page has to look well. */
export const LOOKS = [
  ['phone, light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['desktop, light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['desktop, dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
] as const;

/** A gateway with a sandbox inside, and a browser that visits it. */
export interface Visit extends WallClockHouse {
  readonly context: BrowserContext;
  /** What went wrong on any page, and what any page asked of another host. */
  readonly complaints: string[];
}

/** Opens a gateway to be visited by `browser`, whose pages look as `look` says. */
export async function openVisit(
  browser: Browser,
  look: (typeof LOOKS)[number][1] = LOOKS[2][1],
): Promise<Visit> {
  const house = await openWallClockHouse();
  const context = await browser.newContext(look);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== 'data:' && hostname !== '127.0.0.1') complaints.push(`It asked for ${request.url()}.`);
  });
  return {
    ...house,
    context,
    complaints,
    close: async () => {
      await context.close();
      await house.close();
    },
  };
}

/** Takes a picture of what is to be seen. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name.replaceAll(/\W+/g, '-')}.png`) });
}

/** The accessibility faults that axe finds, each as `rule: element`. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

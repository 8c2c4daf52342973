import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { pino } from 'pino';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { type Gateway, startGateway } from '../../src/gateway';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';

/** How long upstream makes callers wait in a poll: a browser keeps to no clock but the wall's. */
const POLL_WAIT_SECONDS = 0.3;

/** Pictures of the pages, for people to look at. Not part of the repository. */
const ARTEFACTS = join(__dirname, '..', 'artefacts');

/** The sizes and colours in which every page has to look well. */
export const LOOKS = [
  ['phone, light', { viewport: { width: 390, height: 844 }, colorScheme: 'light' }],
  ['phone, dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
  ['desktop, light', { viewport: { width: 1280, height: 800 }, colorScheme: 'light' }],
  ['desktop, dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
] as const;

/** A gateway with a sandbox inside, as `npm start` opens it, and a browser that visits it. */
export interface Visit {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly context: BrowserContext;
  /** What went wrong on any page, and what any page asked of another host. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** Opens a gateway to be visited by `browser`, whose pages look as `look` says. */
export async function openVisit(
  browser: Browser,
  look: (typeof LOOKS)[number][1] = LOOKS[2][1],
): Promise<Visit> {
  // Maintenance would have these tests fail at night.
  const sandbox = await startSandbox({ pollWaitSeconds: POLL_WAIT_SECONDS, maintenance: false });
  const settings = readSettings({ PORT: '0', LOG_LEVEL: 'silent' });
  const gateway: Gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }), {
    store: new MemoryStore(),
  });
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
    url: gateway.url,
    sandbox,
    context,
    complaints,
    close: async () => {
      await context.close();
      await gateway.close();
      await sandbox.close();
    },
  };
}

/** Takes a picture of what is to be seen. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(ARTEFACTS, { recursive: true });
  await page.screenshot({ path: join(ARTEFACTS, `${name.replaceAll(/\W+/g, '-')}.png`) });
}

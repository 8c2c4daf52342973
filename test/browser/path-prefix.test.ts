import { once } from 'node:events';
import { type Server, createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, BrowserContext, Page } from 'playwright-core';

import { notable } from '../../src/sandbox/catalogue/catalogue';
import { launchChromium } from '../support/programs/chromium';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** How long an answer may take to appear. */
const SOON_MS = 30_000;
const LOOK_EVERY_MS = 50;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
// Undefined where it could not be started.
afterAll(() => (browser as Browser | undefined)?.close());

/** A proxy below whose path `/tickets` the gateway is, and nothing else anywhere. */
async function openProxy(
  strips: boolean,
  gatewayUrl: () => string,
): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, outgoing) => {
    const { url = '', method, headers } = incoming;
    if (!url.startsWith('/tickets/')) return void outgoing.writeHead(404).end();
    const path = strips ? url.slice('/tickets'.length) : url;
    const passed = forward(gatewayUrl() + path, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    outgoing.on('close', () => passed.destroy());
    incoming.pipe(passed);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tickets`, server };
}

describe.each([
  ['strips', true],
  ['leaves', false],
])('behind a proxy that %s the path of PUBLIC_URL', (_, strips) => {
  let house: WallClockHouse;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let context: BrowserContext;
  let complaints: string[];
  let page: Page;

  beforeEach(async () => {
    proxy = await openProxy(strips, () => house.url);
    house = await openWallClockHouse({ PUBLIC_URL: proxy.url });
    context = await browser.newContext();
    complaints = [];
    context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    context.on('weberror', (error) => complaints.push(String(error.error())));
    context.setDefaultTimeout(SOON_MS);
    page = await context.newPage();
  });
  afterEach(async () => {
    await context.close();
    await house.close();
    proxy.server.close();
    proxy.server.closeAllConnections();
  });

  it('the landing page is styled, and its links lead somewhere', async () => {
    await page.goto(`${proxy.url}/`);
    const links = await page
      .locator('main a')
      .evaluateAll((all) => all.map((link) => String(Reflect.get(link, 'href'))));
    expect(links.length).toBeGreaterThan(4);
    for (const link of links) {
      expect(link).toContain('/tickets/');
      expect((await page.goto(link))?.status()).toBe(200);
    }
    expect(complaints).toEqual([]);
  });

  it('the playground asks queries and streams', async () => {
    await page.goto(`${proxy.url}/graphql`);
    expect(page.url()).toBe(`${proxy.url}/playground/`);
    await run('CreateCart', /"__typename": "Pending"/);
    await run('Follow', /"status": "HELD"/);
    await page.getByRole('link', { name: 'Stagedoor' }).click();
    await page.getByRole('heading', { name: 'Stagedoor' }).waitFor();
    expect(page.url()).toBe(`${proxy.url}/`);
    expect(complaints).toEqual([]);
  });

  it('the shop holds seats, and gives them back when it is left', async () => {
    await page.goto(`${proxy.url}/shop#/events/${notable.family}`);
    await page.getByRole('button', { name: 'Find seats' }).click();
    await page.getByRole('heading', { name: 'Your seats are held' }).first().waitFor();
    expect(house.sandbox.report()).toMatchObject({ openCarts: 1 });
    expect(complaints).toEqual([]);
    await page.close();
    await eventually(() => house.sandbox.report().openCarts === 0);
  });

  /** Runs the example in a tab of the playground until `answer` appears. */
  async function run(tab: string, answer: RegExp): Promise<void> {
    for (const editor of ['.graphiql-query-editor', '.graphiql-editor-tool', '.graphiql-response'])
      await page.locator(`${editor} .CodeMirror`).first().waitFor({ state: 'attached' });
    await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${tab}$`) }).click();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const shown = 'document.querySelector(".graphiql-response .CodeMirror")?.CodeMirror.getValue()';
    await eventually(async () => answer.test(String(await page.evaluate(shown))));
  }
});

async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + SOON_MS;
  while (!(await condition())) {
    if (performance.now() > untilMs) throw new Error(`It did not come about in ${SOON_MS} ms.`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

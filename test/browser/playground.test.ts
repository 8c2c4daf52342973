import type { Browser, Page } from 'playwright-core';

import { launchChromium } from '../support/programs/chromium';
import { LOOKS, type Visit, openVisit, takePicture } from './explore';

/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
/** The longest that an answer may take to be seen. */
const SOON_MS = 30_000;
/** How often is looked whether it is there. */
const LOOK_EVERY_MS = 50;
const MEBIBYTE = 1024 * 1024;

/** The tabs in their order, and what is to be seen in each one's answer. */
const EXAMPLES: readonly (readonly [tab: string, answer: RegExp])[] = [
  ['ReadEvent', /Seattle Sounders FC/],
  ['ListEvents', /Donny & Marie[^]*null/],
  ['CreateCart', /"__typename": "Pending"/],
  ['Follow', /"status": "HELD"/],
  ['Poll', /"remainingSteps": \[\s*"SHIPPING"/],
  ['Delete', /"__typename": "CartDeleted"/],
  ['Reserve', /"serviceLevel": "WILLCALL"/],
  ['Ship', /"grand": \{\s*"amount": "52.50"/],
  ['Pay', /"remainingSteps": \[\]/],
  ['Buy', /"__typename": "PurchaseReceipt"/],
  ['ReadOrder', /"customerEmail": "john.doe@example.com"/],
];

/** Where query, variables and answer are to be seen. */
const EDITORS = ['.graphiql-query-editor', '.graphiql-editor-tool', '.graphiql-response'];

/** What stands in the answer's editor, which shows only as much of it as there is room for. */
const ANSWER = 'document.querySelector(".graphiql-response .CodeMirror")?.CodeMirror.getValue()';

let browser: Browser;
let visit: Visit;

beforeAll(async () => {
  browser = await launchChromium();
}, PROVISION_MS);
// Undefined where it could not be started.
afterAll(() => (browser as Browser | undefined)?.close());
afterEach(() => visit.close());

async function openPlayground(look?: Parameters<typeof openVisit>[1]): Promise<Page> {
  visit = await openVisit(browser, look);
  const page = await visit.context.newPage();
  page.setDefaultTimeout(SOON_MS);
  await page.goto(`${visit.url}/playground`);
  await tabNamed(page, 'ReadEvent').waitFor();
  return page;
}

const tabNamed = (page: Page, name: string) =>
  page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) });

/** Waits for the editors. They come after the tabs: until then they miss a change of tabs. */
async function editorsOf(page: Page): Promise<void> {
  for (const editor of EDITORS) {
    await page.locator(`${editor} .CodeMirror`).first().waitFor({ state: 'attached' });
  }
}

/** Runs the example in a tab, and resolves as soon as its answer is to be seen. */
async function run(page: Page, tab: string, answer: RegExp): Promise<void> {
  await editorsOf(page);
  await tabNamed(page, tab).click();
  await page.getByRole('button', { name: /^Execute query/ }).click();
  const untilMs = performance.now() + SOON_MS;
  let seen = '';
  while (!answer.test(seen)) {
    if (performance.now() > untilMs) throw new Error(`${tab} answered ${seen}`);
    await page.waitForTimeout(LOOK_EVERY_MS);
    seen = String(await page.evaluate(ANSWER));
  }
}

describe('the playground, in a browser', () => {
  it('runs every example as it is, one after the other, up to the order', async () => {
    const page = await openPlayground();
    for (const [tab, answer] of EXAMPLES) await run(page, tab, answer);
    expect(visit.complaints).toEqual([]);
    expect(visit.sandbox.report()).toMatchObject({ purchases: 1, openCarts: 0 });
  });

  it('shows no example that is not run here', async () => {
    const page = await openPlayground();
    const tabs = await page.locator('.graphiql-tab-button').allTextContents();
    expect(tabs).toEqual(EXAMPLES.map(([tab]) => tab));
  });

  it('says which example comes first, where one is run too soon', async () => {
    const page = await openPlayground();
    await run(page, 'Follow', /\{\{token\}\} is not known yet. Run the example CreateCart first./);
  });

  it('keeps what was written over a reload', async () => {
    const page = await openPlayground();
    await tabNamed(page, 'Delete').click();
    await page.reload();
    await run(page, 'CreateCart', /"__typename": "Pending"/);
    expect(await tabNamed(page, 'ReadOrder').count()).toBe(1);
  });

  it('has the documentation of every type, and the explorer', async () => {
    const page = await openPlayground();
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page
      .getByRole('link', { name: 'Mutation' })
      .or(page.getByText('Mutation', { exact: true }))
      .click();
    await page.getByText('Reserves seats.').first().waitFor();
    await page.getByRole('button', { name: 'Show GraphiQL Explorer' }).click();
    await page.locator('.graphiql-explorer-root').getByText('venue', { exact: true }).first().waitFor();
    expect(visit.complaints).toEqual([]);
  });

  it('comes over the wire in less than 3 MB, and from the cache the second time', async () => {
    visit = await openVisit(browser);
    const first = await load();
    expect(first.bytes).toBeGreaterThan(100_000);
    expect(first.bytes).toBeLessThan(3 * MEBIBYTE);
    const second = await load();
    expect(second.fetched.filter((path) => path.startsWith('/playground/assets/'))).toEqual([]);
    expect(first.fetched.length).toBeGreaterThan(second.fetched.length);
  });

  it.each(LOOKS)('is fit to be seen: %s', async (name, look) => {
    const page = await openPlayground(look);
    await run(page, 'ReadEvent', /Seattle Sounders FC/);
    await takePicture(page, `playground, ${name}`);
    // Nothing sticks out at the side.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.viewport.width);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    await takePicture(page, `playground documentation, ${name}`);
    expect(visit.complaints).toEqual([]);
  });
});

/** Opens the playground in a page of its own, and records its requests. */
async function load(): Promise<{ bytes: number; fetched: string[] }> {
  const page = await visit.context.newPage();
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  const paths = new Map<string, string>();
  let bytes = 0;
  wire.on('Network.responseReceived', ({ requestId, response }) => {
    if (!response.fromDiskCache) paths.set(requestId, new URL(response.url).pathname);
  });
  wire.on('Network.requestServedFromCache', ({ requestId }) => paths.delete(requestId));
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${visit.url}/playground`, { waitUntil: 'networkidle' });
  await tabNamed(page, 'ReadEvent').waitFor();
  // Its editors load parts of their own once they are shown.
  await editorsOf(page);
  await page.waitForLoadState('networkidle');
  await page.close();
  return { bytes, fetched: [...paths.values()] };
}

import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { request } from 'undici';

import { buyTwo } from '../support/checkout';
import { ask } from '../support/house';
import { installServer, packServer } from '../support/packed-server';
import { killPrograms, startProgram } from '../support/programs';

/** Its host is never down: nobody knows when it is night there. */
const EVENT = { eventId: 'NOTIMEZONE000001', ticketId: '000001020005' };
const LOOK_EVERY_MS = 50;

let folder: string;
let files: string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  const packed = await packServer(folder);
  files = packed.files;
  await installServer(folder, packed.tarball);
});
afterEach(killPrograms);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the installed command, without a network. */
const npx = (args: readonly string[], env: Record<string, string> = {}) =>
  startProgram('npx', ['--no-install', 'stagedoor', ...args], {
    cwd: folder,
    env: { npm_config_offline: 'true', npm_config_update_notifier: 'false', HOME: folder, ...env },
  });

/** What is running at `url` says whether it is ready; null: nothing is running. */
const isReady = async (url: string): Promise<boolean | null> =>
  request(`${url}/health/ready`, { reset: true }).then(
    async ({ statusCode, body }) => {
      await body.dump();
      return statusCode === 200;
    },
    () => null,
  );

describe('the packed server', () => {
  it('holds what a server needs, and neither sources nor tests nor what only compilers read', () => {
    const folders = new Set(files.map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(
      [
        ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
        ...['deploy', 'dist', 'docs', 'examples', 'landing', 'playground', 'schema', 'status'],
      ].sort(),
    );
    const excess = files.filter(
      (path) =>
        /\.(ts|tsx|map|tsbuildinfo|test\.\w+)$|node_modules|\/\./.test(path) ||
        /^(examples|playground)\/(?!storefront\/dist\/|dist\/)/.test(path),
    );
    expect(excess).toEqual([]);
    for (const path of ['playground/dist/index.html', 'examples/storefront/dist/index.html.br'])
      expect(files).toContain(path);
  });

  it('is built before it is packed, and may be published', () => {
    const { scripts, ...manifest } = JSON.parse(
      readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
    ) as { scripts: Record<string, string>; private?: boolean };
    expect(scripts['prepack']).toBe(scripts['build']);
    expect(manifest.private).toBeUndefined();
  });

  it('runs by `npx stagedoor`, of any folder', async () => {
    const version = npx(['--version']);
    expect(await version.ended()).toBe(0);
    expect(version.printed()).toMatch(/^\d+\.\d+\.\d+\n$/);
    const check = npx(['check']);
    expect(await check.ended()).toBe(0);
    expect(check.printed()).toMatch(/^ok +settings: /);
    expect(await npx(['srve']).ended()).toBe(1);
  });

  it('serves its pages, sells from the event to the order, and ends with npx on SIGTERM', async () => {
    const gateway = npx([], { PORT: '0', SHUTDOWN_DRAIN_SECONDS: '1' });
    const url = await gateway.saw(/open at (http:\S+)\/graphql/);
    for (const path of ['/', '/playground/', '/shop/', '/status/', '/schema.graphql', '/metrics']) {
      const { statusCode, body } = await request(url + path);
      await body.dump();
      expect([path, statusCode]).toEqual([path, 200]);
    }
    const { data } = await ask(url, `{ event(id: "${EVENT.eventId}") { name } }`);
    expect(data).toEqual({ event: { name: 'No Time Zone' } });
    const house = { ask: (query: string, variables?: Record<string, unknown>) => ask(url, query, variables) };
    expect(await buyTwo(house, EVENT.eventId, EVENT.ticketId)).toMatchObject({
      __typename: 'PurchaseReceipt',
      orderToken: expect.any(String),
    });
    expect(readdirSync(folder)).toContain('.stagedoor');

    gateway.child.kill('SIGTERM');
    // npx ends at once. The gateway is not our child: only its address shows what becomes of it.
    while ((await isReady(url)) === true) await pause(LOOK_EVERY_MS);
    expect(await isReady(url)).toBe(false);
    while ((await isReady(url)) !== null) await pause(LOOK_EVERY_MS);
  });
});

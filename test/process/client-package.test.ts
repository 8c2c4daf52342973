import { execFile } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { Browser } from 'playwright-core';
import sirv from 'sirv';

import { launchChromium } from '../support/programs/chromium';
import { type WallClockHouse, openWallClockHouse } from '../support/wall-clock-house';

const ROOT = join(__dirname, '..', '..');
/** A machine without a browser installs it first. */
const PROVISION_MS = 5 * 60_000;
const TOOLS_MS = 120_000;

/** Tools of this project that a frontend would install. The client package is not among them. */
const TOOLS = ['@graphql-codegen', '@graphql-typed-document-node', 'graphql', 'node-forge', 'typescript'];

let folder: string;
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'stagedoor-'));
}, PROVISION_MS);
afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  rmSync(folder, { recursive: true });
});

/** Runs a program in the project, and fails with what it printed. */
async function run(program: string, ...args: string[]): Promise<string> {
  try {
    return (await promisify(execFile)(program, args, { cwd: folder })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${program} ${args.join(' ')}: ${stdout}${stderr}`, { cause: error });
  }
}
const node = (script: string, ...args: string[]) =>
  run(process.execPath, join('node_modules', script), ...args);

/** Packs the client package, and installs that in the project, with nothing else but tools. */
async function install(): Promise<void> {
  cpSync(join(__dirname, 'vite-project'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  // Without scripts: it is built already, and other tests use what is built.
  const source = join(ROOT, 'packages', 'client');
  await run('npm', 'pack', source, '--ignore-scripts', '--loglevel=error');
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  await run('npm', 'install', `./${tarball}`, '--offline', '--no-audit', '--no-fund', '--loglevel=error');
  const link = (from: string, name: string) => {
    const to = join(folder, 'node_modules', name);
    mkdirSync(dirname(to), { recursive: true });
    symlinkSync(join(from, 'node_modules', name), to);
  };
  for (const name of TOOLS) link(ROOT, name);
  link(join(ROOT, 'examples', 'storefront'), 'vite');
}

async function serve(path: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const handle = sirv(path);
  const server = createServer((request, response) => handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

describe('the packed client package, in an empty folder', () => {
  it(
    'is installed without dependencies, typed, bundled by Vite, and buys tickets in a browser, reloaded on the way',
    async () => {
      await install();
      const installed = Object.keys(
        (JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as { packages: object })
          .packages,
      );
      expect(installed).toEqual(['', 'node_modules/@stagedoor/client']);
      const files = readdirSync(join(folder, 'node_modules', '@stagedoor', 'client'));
      expect(files.sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);

      writeFileSync(
        join(folder, 'codegen.json'),
        JSON.stringify({
          ...(JSON.parse(readFileSync(join(folder, 'codegen.json'), 'utf8')) as object),
          schema: join(ROOT, 'schema', '*.graphql'),
        }),
      );
      await node('@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.json');
      await node('typescript/bin/tsc', '-p', '.');
      await node('vite/bin/vite.js', 'build', '--logLevel', 'warn');

      const pages = await serve(join(folder, 'dist'));
      let house: WallClockHouse | undefined;
      try {
        house = await openWallClockHouse({ ALLOWED_ORIGINS: pages.origin });
        const page = await browser.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(String(error)));
        await page.goto(`${pages.origin}/?gateway=${encodeURIComponent(house.url)}`);
        await page.getByRole('button', { name: 'Reserve' }).click();
        await page.getByText('Pending').waitFor();
        await page.reload();
        await page.getByText('Cart', { exact: true }).waitFor();
        await page.getByRole('button', { name: 'Buy' }).click();
        await page.getByText(/^Order \S+/).waitFor();
        expect(complaints).toEqual([]);
        await page.close();
      } finally {
        await house?.close();
        await pages.close();
      }
    },
    TOOLS_MS,
  );
});

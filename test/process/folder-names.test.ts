import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { request } from 'undici';

const ROOT = join(__dirname, '..', '..');
/** Everything that a start reads or compares with what was built. */
const COPIED = [
  'dist',
  'examples/storefront',
  'landing',
  'packages',
  'playground',
  'schema',
  'scripts',
  'src',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
];

const folders: string[] = [];
const started: ChildProcess[] = [];
afterEach(() => {
  started.splice(0).forEach((child) => child.kill('SIGKILL'));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

/** A built clone in a folder of this name, with the dependencies of this one. */
function cloneIn(name: string): string {
  const parent = mkdtempSync(join(tmpdir(), 'stagedoor-'));
  folders.push(parent);
  const clone = join(parent, name);
  mkdirSync(clone);
  for (const path of COPIED)
    cpSync(join(ROOT, path), join(clone, path), {
      recursive: true,
      preserveTimestamps: true,
      // The playground is yet to be built.
      filter: (source) => !source.endsWith('node_modules') && source !== join(ROOT, 'playground', 'dist'),
    });
  linkModules(clone, '.');
  for (const site of ['playground', 'examples/storefront']) linkModules(clone, site);
  writeFileSync(join(clone, 'dist', '.stagedoor-built'), '');
  return clone;
}

/** Dependencies that count as installed and, for the shop, as built. */
function linkModules(clone: string, path: string): void {
  const modules = join(clone, path, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(ROOT, path, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin')
      symlinkSync(join(ROOT, path, 'node_modules', name), join(modules, name));
  cpSync(join(clone, path, 'package-lock.json'), join(modules, '.stagedoor-installed'));
  if (path !== 'playground') writeFileSync(join(modules, '.stagedoor-built'), '');
}

describe('a clone', () => {
  it.each(['issue #12, %23 or %20?', '100%'])(
    'builds a page and starts in a folder called %s',
    async (name) => {
      const child = spawn(process.execPath, ['scripts/start.mjs'], {
        cwd: cloneIn(name),
        env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'silent', HOME: tmpdir() },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      started.push(child);
      let printed = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
      let url: string | undefined;
      while ((url = /open at (http:\S+)\/graphql/.exec(printed)?.[1]) === undefined) {
        await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
        if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
      }
      for (const path of ['/', '/playground/', '/shop/', '/schema.graphql']) {
        const { statusCode, body } = await request(url + path);
        await body.dump();
        expect([path, statusCode]).toEqual([path, 200]);
      }
    },
    120_000,
  );
});

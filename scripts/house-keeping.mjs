// What `npm start` and `npm test` do before anything else, from a bare clone on: install what the lockfiles name, and
// build the gateway and the pages that it serves. Plain Node, since nothing is installed yet; it does nothing where
// nothing has changed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compressFiles } from './compress.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Folders with a package of their own, whose build is a folder of files for browsers; what else each is built from. */
const SITES = [
  { name: 'playground', sources: [] },
  { name: 'examples/storefront', sources: ['../../src/client'] },
].map((site) => ({ ...site, folder: join(root, site.name) }));

/** Installs and builds everything: the gateway, and beside it the pages. */
export const prepare = () => Promise.all([prepareGateway(), ...SITES.map(prepareSite)]).catch(giveUp);

/** The same for a gateway that is to be started: it serves without a page that cannot be had, too. */
export const prepareToStart = () => Promise.all([prepareGateway(), ...SITES.map(prepareSiteIfPossible)]);

/** Runs a command in the project's folder, its output shown; ends this process where it fails. */
export const run = (command, ...args) => runIn(root, command, ...args).catch(giveUp);

/** Runs a program that a package of ours brings. */
export const runTool = (name, ...args) => run(join(root, 'node_modules', '.bin', name), ...args);

/** Installs and builds the gateway alone. */
export async function prepareGateway() {
  await install(root).catch(giveUp);
  const built = join(root, 'dist', '.stagedoor-built');
  const sources = ['src', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  await whenChanged(built, root, sources, () => runTool('tsc', '-p', 'tsconfig.build.json'));
}

async function prepareSiteIfPossible(site) {
  try {
    await prepareSite(site);
  } catch (error) {
    process.stderr.write(`${site.name} is not served: ${error.message}\n`);
  }
}

async function prepareSite({ folder, sources: others }) {
  await install(folder);
  // Beside `dist`, which the build empties.
  const built = join(folder, 'node_modules', '.stagedoor-built');
  const sources = readdirSync(folder).filter((name) => !['node_modules', 'dist'].includes(name));
  await whenChanged(built, folder, [...sources, ...others], async () => {
    await runIn(folder, 'npm', 'run', '--silent', 'build');
    await compressFiles(join(folder, 'dist'));
  });
}

/** `npm ci`, unless what is installed is what the lockfile says. */
async function install(folder) {
  const installed = join(folder, 'node_modules', '.stagedoor-installed');
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return;
  process.stdout.write(`Installing what ${shown(folder)}'s lockfile names …\n`);
  // The compiler is needed in production, too.
  await runIn(folder, 'npm', 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lockfile);
}

/** Builds, unless none of the sources has changed since `stamp` was written. */
async function whenChanged(stamp, folder, sources, build) {
  const newest = Math.max(...sources.map((name) => newestIn(join(folder, name))));
  if (existsSync(join(folder, 'dist')) && existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  process.stdout.write(`Building ${shown(folder)} …\n`);
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

/** When a file, or anything in a folder, was last changed. */
function newestIn(path) {
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

const shown = (folder) => (folder === root ? 'the gateway' : folder.slice(root.length + 1));

function runIn(folder, command, ...args) {
  const child = spawn(command, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`"${[basename(command), ...args].join(' ')}" failed in ${shown(folder)}.`));
    });
  });
}

function giveUp(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// Installs what the lockfiles name, and builds the gateway and the pages that it serves. Every command of package.json
// that needs them calls this first, so that a bare clone is enough. Plain Node, since nothing is installed yet. Does
// nothing if nothing has changed.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compressFiles } from './compress.mjs';
import { inPlainFolder } from './plain-folder.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Packages of their own, built to static files. `sources` are the folders outside of the package that they include. */
const SITES = [
  { name: 'playground', sources: [] },
  { name: 'examples/storefront', sources: ['../../packages/client'] },
].map((site) => ({ ...site, folder: join(root, site.name) }));

/** The package for web pages, which the shop includes as any other frontend does. */
const CLIENT = join(root, 'packages', 'client');

/** Installs and builds the gateway, the client package and the pages. Ends this process on a failure. */
export async function prepare() {
  await prepareGateway();
  await buildClient().catch(exitWith);
  await Promise.all(SITES.map(prepareSite)).catch(exitWith);
}

/** Like `prepare`, but a page that cannot be built is only reported: the gateway works without it. */
export async function prepareToStart() {
  await prepareGateway();
  await orReport('the client package is not built', buildClient);
  await Promise.all(SITES.map((site) => orReport(`${site.name} is not served`, () => prepareSite(site))));
}

/** Runs a command in the project's folder and shows its output. Ends this process if it fails. */
export const run = (command, ...args) => runIn(root, command, ...args).catch(exitWith);

/** The path of a program that an installed package brings. */
export const toolPath = (name) => join(root, 'node_modules', '.bin', name);

/** Runs a program that an installed package brings, as `run` does. */
export const runTool = (name, ...args) => run(toolPath(name), ...args);

/** As `runTool`, but a failure is reported: whether it succeeded. */
export const tryTool = (name, ...args) =>
  runIn(root, toolPath(name), ...args).then(
    () => true,
    () => false,
  );

/** Installs and builds the gateway without the pages. */
export async function prepareGateway() {
  await install(root).catch(exitWith);
  await buildGateway();
}

/** Compiles `src` to `dist` if it has changed since the last build. */
export async function buildGateway() {
  const stamp = join(root, 'dist', '.stagedoor-built');
  const sources = ['src', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
  await whenChanged(stamp, root, sources, () => {
    removeOrphans();
    return runTool('tsc', '-p', 'tsconfig.build.json');
  });
}

/** Compiles `packages/client` if it has changed since the last build. */
export async function buildClient() {
  // The stamp is not in `dist`, which is what is published.
  const stamp = join(root, 'node_modules', '.stagedoor-client-built');
  const sources = ['src', 'build.mjs', 'package.json', 'tsconfig.json'];
  await whenChanged(stamp, CLIENT, sources, () => runIn(CLIENT, process.execPath, 'build.mjs'));
}

/**
 * Removes compiled files whose source no longer exists: the compiler keeps them, and Node would load an old `settings.js`
 * instead of the new `settings/index.js`.
 */
function removeOrphans() {
  const dist = join(root, 'dist');
  if (!existsSync(dist)) return;
  for (const name of readdirSync(dist, { recursive: true })) {
    const source = name.replace(/(\.d\.ts|\.js|\.js\.map)$/, '.ts');
    if (source !== name && !existsSync(join(root, 'src', source))) rmSync(join(dist, name));
  }
}

async function orReport(loss, work) {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${loss}: ${error.message}\n`);
  }
}

async function prepareSite({ folder, sources: others }) {
  await install(folder);
  // The stamp is not in `dist`, which the build empties.
  const stamp = join(folder, 'node_modules', '.stagedoor-built');
  const sources = readdirSync(folder).filter((name) => !['node_modules', 'dist'].includes(name));
  await whenChanged(stamp, folder, [...sources, ...others], async () => {
    await inPlainFolder(root, folder, others, (plain) => runIn(plain, 'npm', 'run', '--silent', 'build'));
    await compressFiles(join(folder, 'dist'));
  });
}

/** Runs `npm ci`, unless the installed packages are already those of the lockfile. */
async function install(folder) {
  const installed = join(folder, 'node_modules', '.stagedoor-installed');
  const lockfile = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return;
  process.stdout.write(`Installing the packages of ${shown(folder)} …\n`);
  // Development dependencies include the compiler, which production needs, too.
  await runIn(folder, 'npm', 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(installed, lockfile);
}

/** Builds, unless no source is newer than the stamp, then renews the stamp. */
async function whenChanged(stamp, folder, sources, build) {
  const newest = Math.max(...sources.map((name) => newestIn(join(folder, name))));
  if (existsSync(join(folder, 'dist')) && existsSync(stamp) && statSync(stamp).mtimeMs > newest) return;
  process.stdout.write(`Building ${shown(folder)} …\n`);
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
}

/** The latest time, in milliseconds, at which the file, or anything in the folder, was changed. */
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

function exitWith(error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

// What `npm start` and `npm test` do before anything else, from a bare clone on: install what the lockfile names, and
// build. Plain Node, since nothing is installed yet; it does nothing where nothing has changed.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const INSTALLED = join(root, 'node_modules', '.stagedoor-installed');
const BUILT = join(root, 'dist', '.stagedoor-built');

/** Runs a command in the project's folder, its output shown; ends this process with its exit code where it fails. */
export function run(command, ...args) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Runs a program that a package of ours brings. */
export const runTool = (name, ...args) => run(join(root, 'node_modules', '.bin', name), ...args);

/** `npm ci`, unless what is installed is what the lockfile says. */
export function install() {
  const lockfile = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lockfile) return;
  process.stdout.write('Installing what the lockfile names …\n');
  run('npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error');
  writeFileSync(INSTALLED, lockfile);
}

/** Compiles `src` to `dist`, unless nothing has changed since. */
export function build() {
  const newest = Math.max(
    ...readdirSync(join(root, 'src'), { recursive: true }).map(
      (name) => statSync(join(root, 'src', name)).mtimeMs,
    ),
    ...['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'].map(
      (name) => statSync(join(root, name)).mtimeMs,
    ),
  );
  if (existsSync(BUILT) && statSync(BUILT).mtimeMs > newest) return;
  process.stdout.write('Building …\n');
  runTool('tsc', '-p', 'tsconfig.build.json');
  mkdirSync(dirname(BUILT), { recursive: true });
  writeFileSync(BUILT, '');
}

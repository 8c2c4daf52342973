import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A program that tests run as it is. */
export interface Program {
  /** What people call it. */
  readonly title: string;
  /** Debian's package with it. */
  readonly debianPackage: string;
  /** The names under which it may be installed, the best first. */
  readonly names: readonly string[];
  /** Folders in which it may be besides those of PATH. */
  readonly folders?: () => readonly string[];
}

/**
 * The path of a program of this machine. Where there is none it is installed from Debian's packages, which takes minutes.
 *
 * @throws Error with a sentence that says what to install, where that is not possible.
 */
export function installed(program: Program): string {
  const { title, debianPackage } = program;
  const found = find(program);
  if (found !== undefined) return found;
  if (!mayInstall())
    throw new Error(`Install ${title} (Debian: apt-get install ${debianPackage}) to run these tests.`);
  aptGet(title, 'update');
  aptGet(title, 'install', '-y', '--no-install-recommends', debianPackage);
  const now = find(program);
  if (now === undefined)
    throw new Error(`Debian installed ${debianPackage}, but put it nowhere on the PATH.`);
  return now;
}

/** Held by the worker that installs. */
const LOCK = join(tmpdir(), 'stagedoor-apt-get.lock');
/** How long it waits for an apt-get that is not ours. */
const PATIENCE_SECONDS = 300;

const find = ({ names, folders = () => [] }: Program): string | undefined =>
  names
    .flatMap((name) => [
      ...folders().map((folder) => join(folder, name)),
      `/usr/bin/${name}`,
      ...onPath(name),
    ])
    .find(isExecutable);

/** Root on a Debian: elsewhere, a package of the same name may be another program or none. */
function mayInstall(): boolean {
  const isDebian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && process.getuid?.() === 0 && onPath('apt-get').some(isExecutable);
}

/** Waits for its turn: jest's workers install at the same time, and apt-get only fails when another one is running. */
function aptGet(title: string, ...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const others = ['-o', `DPkg::Lock::Timeout=${PATIENCE_SECONDS}`];
  const { status, stderr } = spawnSync('flock', [LOCK, 'apt-get', ...others, ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`Install ${title} by hand: "apt-get ${args.join(' ')}" failed. ${stderr}`);
  }
}

const onPath = (name: string): string[] =>
  (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

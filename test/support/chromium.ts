import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** No sandbox of its own (it may run as root), no calls home, and no way to anywhere but this machine. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Not by routes that playwright intercepts: with those it answers CORS preflights itself.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Starts the Chromium of this machine, which reaches nothing but 127.0.0.1. Where there is none it is installed from Debian's packages, which takes minutes.
 *
 * @throws Error with a sentence that says what to install, where that is not possible.
 */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium() ?? installChromium(), args: ARGS });
}

function findChromium(): string | undefined {
  return ['/usr/bin/chromium', ...NAMES.flatMap(onPath)].find(isExecutable);
}

function installChromium(): string {
  if (!mayInstall())
    throw new Error('Install Chromium (Debian: apt-get install chromium) to run these tests.');
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', 'chromium');
  const installed = findChromium();
  if (installed === undefined) throw new Error('Debian installed chromium, but put it nowhere on the PATH.');
  return installed;
}

/** Root on a Debian: elsewhere, `chromium` may be another kind of package or none. */
function mayInstall(): boolean {
  const isDebian =
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && process.getuid?.() === 0 && onPath('apt-get').some(isExecutable);
}

function aptGet(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`Install Chromium by hand: "apt-get ${args.join(' ')}" failed. ${stderr}`);
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

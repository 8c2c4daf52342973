// Asks the registry whether a dependency of the product has a known vulnerability, high or critical: then this fails. A
// registry that cannot be asked (offline, or a mirror without advisories) is said so and is no failure: what is not known
// today was tested yesterday.
import { spawnSync } from 'node:child_process';

import { root } from './prepare.mjs';

const GRAVE = new Set(['high', 'critical']);

const { stdout } = spawnSync(
  'npm',
  ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'],
  { cwd: root, encoding: 'utf8', timeout: 60_000, shell: process.platform === 'win32' },
);
const vulnerabilities = vulnerabilitiesIn(stdout);
if (vulnerabilities === null) {
  process.stdout.write('The dependencies were not audited: the registry could not be asked.\n');
} else {
  const grave = Object.values(vulnerabilities).filter(({ severity }) => GRAVE.has(severity));
  for (const { name, severity, range } of grave) process.stderr.write(`${severity}: ${name} ${range}\n`);
  process.exitCode = grave.length > 0 ? 1 : 0;
}

/** What npm found, by package; null where it found out nothing. */
function vulnerabilitiesIn(text) {
  try {
    return JSON.parse(text).vulnerabilities ?? null;
  } catch {
    return null;
  }
}

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { installed } from '../support/programs/debian';
import { killPrograms, startProgram } from '../support/programs';
import { CLOSING_SECONDS, drainSeconds, maxConnections } from './settings';

const ROOT = join(__dirname, '..', '..');
const UNIT = readFileSync(join(ROOT, 'deploy', 'systemd', 'stagedoor.service'), 'utf8');
/** What `systemd-analyze security` calls this unit's exposure is 1.3 of 10; it is given in tenths here. */
const MOST_EXPOSURE = 20;

/** A machine without systemd installs it first. */
const PROVISION_MS = 5 * 60_000;

/** Every value of a directive. */
const valuesOf = (name: string): string[] =>
  [...UNIT.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);

/** Where the unit has it, this machine may have no Node and surely has no gateway. */
const onThisMachine = (text: string): string =>
  text
    .replaceAll('/usr/bin/node', process.execPath)
    .replaceAll('/opt/stagedoor/node_modules/stagedoor', ROOT);

afterEach(killPrograms);

describe('the unit for systemd', () => {
  it(
    'is one that systemd accepts and finds well protected',
    () => {
      const analyze = installed({
        title: 'systemd',
        debianPackage: 'systemd',
        names: ['systemd-analyze'],
      });
      const path = join(mkdtempSync(join(tmpdir(), 'stagedoor-')), 'stagedoor.service');
      writeFileSync(path, onThisMachine(UNIT));
      const { status, stderr } = spawnSync(analyze, ['verify', path], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      execFileSync(analyze, ['security', '--offline=true', `--threshold=${MOST_EXPOSURE}`, path], {
        stdio: 'pipe',
      });
    },
    PROVISION_MS,
  );

  it('gives the time to go down and the open files that the gateway needs', () => {
    expect(Number(valuesOf('TimeoutStopSec')[0])).toBeGreaterThanOrEqual(drainSeconds() + CLOSING_SECONDS);
    expect(Number(valuesOf('LimitNOFILE')[0])).toBeGreaterThan(maxConnections());
    // SIGTERM goes to the gateway.
    expect(valuesOf('KillMode')).toEqual(['mixed']);
    expect(valuesOf('KillSignal')).toEqual([]);
  });

  it('keeps the ledger where systemd lets the gateway write', () => {
    const [stateDir = ''] = valuesOf('StateDirectory');
    expect(valuesOf('Environment')).toContain(`STATE_DIR=/var/lib/${stateDir}`);
  });

  it('starts a gateway that ends in good order on SIGTERM', async () => {
    const [program = '', ...args] = onThisMachine(valuesOf('ExecStart')[0] ?? '').split(' ');
    const env = Object.fromEntries(
      valuesOf('Environment').map((entry) => entry.split('=') as [string, string]),
    );
    const gateway = startProgram(program, args, {
      env: { ...env, PORT: '0', STATE_DIR: '.', SHUTDOWN_DRAIN_SECONDS: '0' },
    });
    await gateway.saw(/(open at)/);
    gateway.child.kill('SIGTERM');
    expect(await gateway.ended()).toBe(0);
  });

  it('denies calls of the kernel by an error: a later Node may try some that are not on the list', () => {
    expect(valuesOf('SystemCallErrorNumber')).toEqual(['EPERM']);
  });
});

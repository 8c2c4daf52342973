import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parseDocument } from 'yaml';

import { readSettings } from '../../src/settings';
import { CLOSING_SECONDS, drainSeconds, maxConnections } from './settings';

const ROOT = join(__dirname, '..', '..');
const document = parseDocument(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'));
const { services, volumes } = document.toJS() as {
  services: {
    gateway: {
      environment: Record<string, string>;
      ports: string[];
      volumes: string[];
      stop_grace_period: string;
      read_only: boolean;
      cap_drop: string[];
      ulimits: { nofile: number };
    };
  };
  volumes: Record<string, null>;
};
const { gateway } = services;

describe('compose.yaml', () => {
  it('is YAML', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  it('passes settings on by their own names, and starts with none of them', () => {
    for (const [name, value] of Object.entries(gateway.environment)) expect(value).toBe(`\${${name}:-}`);
    const unset = Object.fromEntries(Object.keys(gateway.environment).map((name) => [name, '']));
    const usable = Object.keys(readSettings(unset));
    expect(usable).toEqual(Object.keys(readSettings({})));
    expect(readSettings({ ...unset, PUBLIC_URL: 'https://tickets.example.com' }).PUBLIC_URL).toBeTruthy();
  });

  it('keeps the ledger in a volume that is the only place to write to', () => {
    const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    const [, stateDir] = /^VOLUME (\S+)$/m.exec(dockerfile) ?? [];
    const [name] = Object.keys(volumes);
    expect(gateway.volumes).toEqual([`${name}:${stateDir}`]);
    expect(gateway.read_only).toBe(true);
    expect(gateway.cap_drop).toEqual(['ALL']);
  });

  it('gives the time to go down and the open files that the gateway needs', () => {
    const [, seconds] = /^(\d+)s$/.exec(gateway.stop_grace_period) ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(drainSeconds() + CLOSING_SECONDS);
    expect(gateway.ulimits.nofile).toBeGreaterThan(maxConnections());
  });

  it('publishes the port that the gateway listens on to this machine alone', () => {
    const { PORT: port } = readSettings({});
    expect(gateway.ports).toEqual([`127.0.0.1:${port}:${port}`]);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import ipaddr from 'ipaddr.js';
import { pino } from 'pino';
import { parseDocument } from 'yaml';

import { startGateway } from '../../src/gateway';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { SETTING_GROUPS, readSettings } from '../../src/settings';
import { startSandboxByDay } from '../support/by-day';
import { CREATE, DELETE, type Result, TWO_TICKETS } from '../support/carts';
import { ask } from '../support/house';
import { type Balancer, startHaproxy } from '../support/programs/haproxy';
import { type PostgresServer, startPostgres } from '../support/programs/postgres';
import { CLOSING_SECONDS, drainSeconds, maxConnections } from './settings';
import { TEST_EDITION } from '../support/edition';

const FOLDER = join(__dirname, '..', '..', 'deploy', 'many-gateways');
const text = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const document = parseDocument(text('compose.yaml'), { merge: true });

interface Service {
  readonly environment: Readonly<Record<string, string>>;
  readonly stop_grace_period: string;
  readonly ulimits: { readonly nofile: number };
  readonly networks?: { readonly inside: { readonly ipv4_address: string } };
}

describe('the compose file for many gateways', () => {
  const { services } = document.toJS() as { services: Record<string, Service> };
  const gateways = ['gateway-1', 'gateway-2'].map((name) => services[name] as Service);

  it('is YAML, with two equal gateways', () => {
    expect([...document.errors, ...document.warnings]).toEqual([]);
    expect(gateways[1]).toEqual(gateways[0]);
  });

  it('passes on settings that exist, and starts with those that have to be set', () => {
    const given: Record<string, string> = {
      PARTNER_API_URL: 'https://api.example/v1',
      PARTNER_API_KEY: 'key',
      PARTNER_API_SECRET: 'secret',
      DATABASE_PASSWORD: 'p',
    };
    const environment = Object.entries(gateways[0]?.environment ?? {}).map(
      ([name, value]) =>
        [name, value.replace(/\$\{(\w+):[-?]\}/g, (_, variable: string) => given[variable] ?? '')] as const,
    );
    const names = SETTING_GROUPS.flatMap(({ settings: group }) => Object.keys(group));
    for (const [name] of environment) expect(names).toContain(name);
    const settings = readSettings(Object.fromEntries(environment));
    expect(settings.DATABASE_URL).toBe('postgres://stagedoor:p@database:5432/stagedoor');
    expect(settings.upstream?.url).toBe('https://api.example/v1');
  });

  it('keeps the address of the balancer, which gateways trust, from the containers that start before it', () => {
    const { networks } = document.toJS() as {
      networks: { inside: { ipam: { config: { subnet: string; gateway: string; ip_range: string }[] } } };
    };
    const [{ subnet, gateway, ip_range: range } = { subnet: '', gateway: '', ip_range: '' }] =
      networks.inside.ipam.config;
    const holds = (network: string, address: string) =>
      ipaddr.parse(address).match(ipaddr.parseCIDR(network));
    const trusted = gateways[0]?.environment['TRUSTED_PROXIES']?.split(',') ?? [];
    expect(trusted).toEqual([`${gateway}/32`, `${services['balancer']?.networks?.inside.ipv4_address}/32`]);
    for (const [address = ''] of trusted.map((entry) => entry.split('/'))) {
      expect([holds(subnet, address), holds(range, address)]).toEqual([true, false]);
    }
  });

  it('gives the time to go down and the open files that a gateway needs', () => {
    const [, seconds] = /^(\d+)s$/.exec(gateways[0]?.stop_grace_period ?? '') ?? [];
    expect(Number(seconds)).toBeGreaterThanOrEqual(drainSeconds() + CLOSING_SECONDS);
    expect(gateways[0]?.ulimits.nofile).toBeGreaterThan(maxConnections());
  });
});

describe('the balancer, before two gateways on one PostgreSQL', () => {
  let server: PostgresServer;
  let sandbox: Sandbox;
  let balancer: Balancer;
  const gateways: { url: string; drain: () => void; close: () => Promise<void> }[] = [];

  beforeAll(async () => {
    server = await startPostgres();
    sandbox = await startSandboxByDay();
    const url = await server.newDatabase();
    for (let count = 0; count < 2; count++) {
      const settings = readSettings({
        PORT: '0',
        PARTNER_API_EDITION: TEST_EDITION,
        DATABASE_URL: url,
        TRUSTED_PROXIES: '127.0.0.1/32',
      });
      gateways.push(await startGateway(settings, sandbox, pino({ level: 'silent' })));
    }
    balancer = await startHaproxy(before('12'));
  });
  afterAll(async () => {
    await balancer.stop();
    for (const { close } of gateways) await close();
    await sandbox.close();
    await server.stop();
  });

  /** The balancer's configuration before those gateways that have an address. */
  const before = (known: string) => (address: string) =>
    text('haproxy.cfg')
      .replace('bind :4000', `bind ${address}`)
      .replace(/(gateway-(\d)) gateway-\d:4000/g, (line, name: string, number: string) =>
        known.includes(number)
          ? `${name} ${new URL(gateways[Number(number) - 1]?.url as string).host}`
          : line,
      );

  it('starts and serves while one of them has no address', async () => {
    const other = await startHaproxy(before('2'));
    try {
      expect(await ask(other.url, '{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    } finally {
      await other.stop();
    }
  });

  const one = async (query: string, input: object): Promise<Result> => {
    const { data, errors } = await ask(balancer.url, query, { input });
    expect(errors).toBeUndefined();
    return Object.values(data as Record<string, Result>)[0];
  };

  it('sends a cart’s requests to any of them, and to the other one when one has gone', async () => {
    for (let count = 0; count < 4; count++) {
      const cart = await one(CREATE, TWO_TICKETS);
      expect(cart.__typename).toBe('Cart');
      expect((await one(DELETE, { cartId: cart.id })).__typename).toBe('CartDeleted');
    }
    await gateways.shift()?.close();
    for (let count = 0; count < 4; count++) {
      const cart = await one(CREATE, TWO_TICKETS);
      expect((await one(DELETE, { cartId: cart.id })).__typename).toBe('CartDeleted');
    }
    expect(sandbox.report()).toMatchObject({
      openCarts: 0,
      violations: { concurrentCall: 0, invalidClientIp: 0 },
    });
  });
});

import { pino } from 'pino';

import { startGateway } from '../../../../src/gateway';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/sandbox';
import { readSettings } from '../../../../src/settings';
import { PostgresStore } from '../../../../src/storage/postgres/postgres-store';
import { TWO_TICKETS } from '../../../support/carts';
import { FakeClock } from '../../../support/fake-clock';
import { ask } from '../../../support/house';
import { usePostgres } from '../../../support/programs/databases';
import { query } from '../../../support/programs/postgres';
import { TEST_EDITION } from '../../../support/edition';

const databases = usePostgres();
/** The sandbox's alone: its tokens can end before the gateways expect it. */
let clock: FakeClock;
let sandbox: Sandbox;

beforeEach(async () => {
  clock = new FakeClock();
  sandbox = await startSandbox({ edition: TEST_EDITION, clock });
});
afterEach(() => sandbox.close());

/** The address of one of several gateways on one database, each with connections of its own. */
async function open(): Promise<string> {
  const settings = readSettings({
    PARTNER_API_EDITION: TEST_EDITION,
    PORT: '0',
    DATABASE_URL: databases.url,
    DATABASE_CONNECTIONS: '2',
    PARTNER_API_CALLS_PER_SECOND: '0',
  });
  const gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }));
  databases.closeLater(() => gateway.close());
  return gateway.url;
}

const openSeveral = (count: number) => Promise.all(Array.from({ length: count }, open));

/** Reads, past every cache, what upstream alone knows. */
async function read(gateway: string): Promise<void> {
  const { data, errors } = await ask(
    gateway,
    'query ($id: EventID!) { event(id: $id) { name } captcha(eventId: $id) { __typename } }',
    { id: TWO_TICKETS.eventId },
  );
  expect(errors).toBeUndefined();
  expect(data.event.name).toBeDefined();
}

const readAtAll = (gateways: readonly string[]) => Promise.all(gateways.map(read));
const tokenRequests = () => sandbox.report().requests['token'];

/** The shared token as one process sees it. */
async function shelfOf(owner: Partial<Sandbox> = {}) {
  const store = await PostgresStore.open({ url: databases.url, connections: 2 });
  databases.closeLater(() => store.close());
  return store.sharedTokens({ ...sandbox, ...owner });
}

describe('gateways that share a database', () => {
  it('request one access token, also where all need it at once', async () => {
    await readAtAll(await openSeveral(4));
    expect(tokenRequests()).toBe(1);
  });

  it('replace a token that upstream refuses once, all together', async () => {
    const gateways = await openSeveral(4);
    await readAtAll(gateways);
    clock.advance(2 * 3600_000);
    await readAtAll(gateways);
    expect(tokenRequests()).toBe(2);
  });

  it('request one each while the database is away, at once', async () => {
    const gateways = await openSeveral(2);
    await databases.server.kill();
    const startedAtMs = performance.now();
    await readAtAll(gateways);
    expect(performance.now() - startedAtMs).toBeLessThan(2000);
    expect(tokenRequests()).toBe(2);
    await databases.server.restart();
  });

  it('wait a second for a database that says nothing, and not longer', async () => {
    const gateways = await openSeveral(2);
    databases.server.freeze();
    try {
      const startedAtMs = performance.now();
      await readAtAll(gateways);
      expect(performance.now() - startedAtMs).toBeLessThan(3000);
    } finally {
      databases.server.resume();
    }
    expect(tokenRequests()).toBe(2);
  });

  it('wait some seconds for one that died while it requested the token, and then request it', async () => {
    const gateways = await openSeveral(3);
    expect(await (await shelfOf()).take(null)).toEqual({ kind: 'claimed' });
    const startedAtMs = performance.now();
    await readAtAll(gateways);
    expect(performance.now() - startedAtMs).toBeLessThan(5000);
    expect(tokenRequests()).toBe(1);
  });

  it('do not wait for one that was granted no token', async () => {
    const [refused, other] = await openSeveral(2);
    sandbox.setFaults([{ route: 'token', kind: 'status', status: 401, times: 1 }]);
    await ask(refused as string, `{ captcha(eventId: "${TWO_TICKETS.eventId}") { __typename } }`);
    const startedAtMs = performance.now();
    await read(other as string);
    expect(performance.now() - startedAtMs).toBeLessThan(2000);
  });

  it('L1: keep it encrypted: the database holds neither the token nor the key', async () => {
    const [gateway] = await openSeveral(1);
    await read(gateway as string);
    const shelved = await (await shelfOf()).take(null);
    expect(shelved.kind).toBe('token');
    const { value } = shelved as { value: string };
    const dump = JSON.stringify(await query(databases.url, 'SELECT * FROM stagedoor.access_tokens'));
    for (const secret of [value, sandbox.apiKey, sandbox.apiSecret, new URL(sandbox.url).host]) {
      expect(dump).not.toContain(secret);
      expect(dump).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
    }
    expect(
      Buffer.from((JSON.parse(dump) as { sealed: string }[])[0]?.sealed ?? '', 'base64').includes(value),
    ).toBe(false);
  });
});

describe('the shared token', () => {
  it('lives by the clock of the database', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.put('token', 60_000);
    const shelved = await other.take(null);
    expect(shelved).toMatchObject({ kind: 'token', value: 'token' });
    const { usableMs } = shelved as { usableMs: number };
    expect(usableMs).toBeLessThanOrEqual(60_000);
    expect(usableMs).toBeGreaterThan(50_000);
    await query(databases.url, `UPDATE stagedoor.access_tokens SET renew_at = clock_timestamp()`);
    expect(await other.take(null)).toEqual({ kind: 'claimed' });
    expect(await one.take(null)).toEqual({ kind: 'awaited' });
  });

  it('is given up by the process that it was refused to, unless it has been replaced', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    await one.put('first', 60_000);
    expect(await one.take('first')).toEqual({ kind: 'claimed' });
    expect(await other.take('first')).toEqual({ kind: 'awaited' });
    await one.put('second', 60_000);
    expect(await other.take('first')).toMatchObject({ kind: 'token', value: 'second' });
  });

  it('is not given up for one before it, also where both happen at once', async () => {
    const [one, other] = [await shelfOf(), await shelfOf()];
    for (let round = 0; round < 100; round++) {
      await one.put(`old ${round}`, 60_000);
      await Promise.all([other.take(`old ${round}`), one.put(`new ${round}`, 60_000)]);
      expect(await one.take(null)).toMatchObject({ value: `new ${round}` });
    }
  });

  it('counts as none to a process with another secret, which replaces it', async () => {
    const [one, rotated] = [await shelfOf(), await shelfOf({ apiSecret: 'rotated' })];
    await one.put('first', 60_000);
    expect(await rotated.take(null)).toEqual({ kind: 'claimed' });
    await rotated.put('second', 60_000);
    expect(await rotated.take(null)).toMatchObject({ kind: 'token', value: 'second' });
  });

  it('counts as none where its row was changed by hand', async () => {
    const one = await shelfOf();
    await one.put('first', 60_000);
    await query(databases.url, `UPDATE stagedoor.access_tokens SET sealed = reverse(sealed)`);
    expect(await one.take(null)).toEqual({ kind: 'claimed' });
  });

  it('is another for each key', async () => {
    await (await shelfOf()).put('first', 60_000);
    expect(await (await shelfOf({ apiKey: 'other-key' })).take(null)).toEqual({ kind: 'claimed' });
  });
});

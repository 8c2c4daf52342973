import { pino } from 'pino';
import { request } from 'undici';

import { startGateway } from '../../../../src/gateway';
import type { Sandbox } from '../../../../src/sandbox/sandbox';
import { readSettings } from '../../../../src/settings';
import { PostgresStore } from '../../../../src/storage/postgres/postgres-store';
import { startSandboxByDay } from '../../../support/by-day';
import { CREATE, DELETE, TWO_TICKETS } from '../../../support/carts';
import { ask } from '../../../support/house';
import { usePostgres } from '../../../support/programs/databases';
import { query } from '../../../support/programs/postgres';
import { seriesOf } from '../../../metrics/series';
import { TEST_EDITION } from '../../../support/edition';

const databases = usePostgres();
let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await startSandboxByDay();
});
afterEach(() => sandbox.close());

/** The address of one of several gateways on one database. */
async function open(): Promise<string> {
  const settings = readSettings({
    PARTNER_API_EDITION: TEST_EDITION,
    PORT: '0',
    DATABASE_URL: databases.url,
    DATABASE_CONNECTIONS: '3',
    PARTNER_API_CALLS_PER_SECOND: '0',
  });
  const gateway = await startGateway(settings, sandbox, pino({ level: 'silent' }));
  databases.closeLater(() => gateway.close());
  return gateway.url;
}

/** Creates a cart; its id. */
async function create(gateway: string): Promise<string> {
  const { data } = await ask(gateway, CREATE, { input: TWO_TICKETS });
  expect(data.createCart.__typename).toBe('Cart');
  return data.createCart.id as string;
}

/** Lets the last counts be so many seconds old: 5 are too old to be used again. */
const letCountsAge = (seconds = 5) =>
  query(
    databases.url,
    `UPDATE stagedoor.counts SET counted_at = clock_timestamp() - ${seconds} * interval '1 s'`,
  );

/** A metric of a gateway. */
async function valueAt(gateway: string, name: string, state?: string): Promise<number | undefined> {
  const { body } = await request(`${gateway}/metrics`);
  const isMeant = (series: { name: string; labels: Readonly<Record<string, string>> }) =>
    series.name === name && (state === undefined || series.labels['state'] === state);
  return seriesOf(await body.text()).find(isMeant)?.value;
}

const heldAt = (gateway: string) => valueAt(gateway, 'stagedoor_carts', 'HELD');

describe('the counts of carts of gateways that share a database', () => {
  it('are of all of them together, at each, in the metrics and on the status page', async () => {
    const [one, other] = [await open(), await open()];
    const first = await create(one);
    await create(other);
    expect(await heldAt(one)).toBe(2);
    expect(await heldAt(other)).toBe(2);
    await ask(other, DELETE, { input: { cartId: first } });
    await letCountsAge();
    for (const gateway of [one, other]) {
      expect(await heldAt(gateway)).toBe(1);
      expect(await valueAt(gateway, 'stagedoor_carts', 'DELETED')).toBe(1);
      expect(await valueAt(gateway, 'stagedoor_carts', 'EXPIRED')).toBe(0);
      const { body } = await request(`${gateway}/status/data`);
      expect(((await body.json()) as { carts: object }).carts).toMatchObject({ HELD: 1, DELETED: 1 });
    }
  });

  it('are made once in five seconds by all', async () => {
    const [one, other] = [await open(), await open()];
    expect(await heldAt(one)).toBe(0);
    await create(one);
    await letCountsAge(1);
    expect(await heldAt(other)).toBe(0);
    await letCountsAge();
    expect(await heldAt(other)).toBe(1);
    expect(await heldAt(one)).toBe(1);
  });

  it('are the last known ones while the database is away', async () => {
    const gateway = await open();
    await create(gateway);
    expect(await heldAt(gateway)).toBe(1);
    await databases.server.kill();
    expect(await heldAt(gateway)).toBe(1);
    await databases.server.restart();
    // It connects again, so that the next read waits for an answer and not for a connection.
    expect(await heldAt(gateway)).toBe(1);
    databases.server.freeze();
    const startedAtMs = performance.now();
    try {
      expect(await heldAt(gateway)).toBe(1);
      expect(performance.now() - startedAtMs).toBeLessThan(3000);
    } finally {
      databases.server.resume();
    }
  });

  it('forget carts with the ledger', async () => {
    const gateway = await open();
    await query(
      databases.url,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms, is_ended)
       SELECT 'id' || n, '{"version":2,"state":"EXPIRED"}', 0, 0, true FROM generate_series(1, 700) n`,
    );
    expect(await valueAt(gateway, 'stagedoor_carts', 'EXPIRED')).toBe(700);
    const store = await PostgresStore.open({ url: databases.url, connections: 1 });
    databases.closeLater(() => store.close());
    expect(await store.removeEnded(1, 500)).toBe(500);
    await letCountsAge();
    expect(await valueAt(gateway, 'stagedoor_carts', 'EXPIRED')).toBe(200);
  });

  it('know the age of the oldest unconfirmed purchase', async () => {
    const gateway = await open();
    const id = await create(gateway);
    const [now] = await query<{ ms: number }>(
      databases.url,
      'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
    );
    const sinceMs = Math.round((now?.ms ?? 0) - 600_000);
    await query(
      databases.url,
      `UPDATE stagedoor.documents SET next_at_ms = 'Infinity', version = nextval('stagedoor.versions'), body = (body::jsonb ||
         '{"state": "UNCONFIRMED", "sinceMs": ${sinceMs}, "reference": {"text": "r", "isUnique": true}}')::text
       WHERE id = '${id}'`,
    );
    // As this process writes it.
    await query(
      databases.url,
      `UPDATE stagedoor.documents SET body = replace(body, '"state": "', '"state":"')`,
    );
    expect(await valueAt(gateway, 'stagedoor_unconfirmed_purchases')).toBe(1);
    const seconds = await valueAt(gateway, 'stagedoor_unconfirmed_purchase_oldest_seconds');
    expect(seconds).toBeGreaterThan(595);
    expect(seconds).toBeLessThan(660);
  });
});

describe('the state of a document', () => {
  const stateOf = async (body: unknown): Promise<unknown> => {
    const store = await PostgresStore.open({ url: databases.url, connections: 1 });
    await store.insert('a', { body, dueAtMs: 1 });
    await store.close();
    return (await query<{ state: unknown }>(databases.url, 'SELECT state FROM stagedoor.documents'))[0]
      ?.state;
  };

  it('is a field of its record, not a text of a client that looks like one', async () => {
    const caller = { userAgent: '"state":"PURCHASED"' };
    expect(await stateOf({ version: 2, caller, state: 'HELD' })).toBe('HELD');
  });

  it('is none where the body is no record, whatever it is', async () => {
    expect(await stateOf({ text: '\u0000\ud800' })).toBeNull();
  });

  it('is counted by an index alone', async () => {
    const store = await PostgresStore.open({ url: databases.url, connections: 1 });
    await store.close();
    await query(
      databases.url,
      `INSERT INTO stagedoor.documents (id, body, due_at_ms, next_at_ms)
       SELECT 'id' || n, '{"state":"HELD","x":"' || repeat('x', 500) || '"}', n, n FROM generate_series(1, 20000) n`,
    );
    await query(databases.url, 'VACUUM ANALYZE stagedoor.documents');
    const plan = await query(
      databases.url,
      'EXPLAIN SELECT state, count(*) FROM stagedoor.documents WHERE state IS NOT NULL GROUP BY state',
    );
    expect(JSON.stringify(plan)).toContain('Index Only Scan using documents_state');
  });
});

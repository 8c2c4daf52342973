import { Client, type QueryResult } from 'pg';

import { StoreUnusable } from '../errors';
import { clientConfig, limited } from './database';
import { MAY_NOT_CREATE_SCHEMA, SCHEMA_VERSION } from './migrations';
import { type Sql, sql } from './sql';
import { MAY_NOT_USE_TABLES, whyUnusable } from './why-unusable';

/** How long to wait for a connection, and for the answer to each statement. */
const WITHIN_MS = 5000;

/** A database that a store can be opened in. */
export interface Examined {
  /** The version of its tables; null: there are none yet. */
  readonly version: number | null;
  /** The version that this release brings them to. */
  readonly current: number;
}

/** What the user of a database may do there. */
interface Rights {
  readonly is_standby: boolean;
  readonly has_schema: boolean;
  readonly has_tables: boolean;
  readonly may_create_schema: boolean;
  /** Null: there is no schema. */
  readonly may_create_tables: boolean | null;
}

/**
 * Finds out whether a store could be opened in the database, and writes something that changes nothing. Leaves the schema
 * as it is.
 *
 * @param url `postgres://user:password@host:port/name`.
 * @throws StoreUnusable (by way of the promise) with a sentence that names neither the address nor a password.
 */
export async function examineDatabase(url: string): Promise<Examined> {
  const client = new Client({
    ...clientConfig(url),
    connectionTimeoutMillis: WITHIN_MS,
    query_timeout: WITHIN_MS,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return { version: await versionIn(client), current: SCHEMA_VERSION };
  } catch (error) {
    throw error instanceof StoreUnusable ? error : new StoreUnusable(whyUnusable(error));
  } finally {
    await client.end().catch(() => {});
  }
}

async function versionIn(client: Client): Promise<number | null> {
  const [rights] = await rows<Rights>(
    client,
    sql`SELECT pg_is_in_recovery() AS is_standby,
               to_regnamespace('stagedoor') IS NOT NULL AS has_schema,
               to_regclass('stagedoor.migrations') IS NOT NULL AS has_tables,
               has_database_privilege(current_database(), 'CREATE') AS may_create_schema,
               has_schema_privilege(to_regnamespace('stagedoor'), 'CREATE') AS may_create_tables`,
  );
  if (rights?.is_standby) throw new StoreUnusable('DATABASE_URL cannot be used: the database is a standby.');
  if (!rights?.has_schema && !rights?.may_create_schema) throw new StoreUnusable(MAY_NOT_CREATE_SCHEMA);
  const version = rights.has_tables ? await migrated(client) : null;
  if ((version ?? 0) < SCHEMA_VERSION && rights.may_create_tables === false)
    throw new StoreUnusable(MAY_NOT_USE_TABLES);
  if (version !== null)
    await rows(
      client,
      sql`INSERT INTO stagedoor.notes (name, value) VALUES ('check', '0')
          ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    );
  return version;
}

/** The last migration that was run; null: none was. */
async function migrated(client: Client): Promise<number | null> {
  const [last] = await rows<{ number: number | null }>(
    client,
    sql`SELECT max(number) AS number FROM stagedoor.migrations`,
  );
  return last?.number ?? null;
}

async function rows<Row>(client: Client, statement: Sql): Promise<Row[]> {
  const results: unknown = await client.query(limited(statement));
  return (results as QueryResult[]).at(-1)?.rows as Row[];
}

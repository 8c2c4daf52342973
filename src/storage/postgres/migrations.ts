import { StoreUnusable } from '../errors';
import type { Database } from './database';
import { type Sql, sql } from './sql';

/**
 * Changes of the schema, each run once, in their order. **A release must run beside the one before it**, on the schema of
 * the newer: so a migration only adds, and what it adds has a default. What an old release needs is removed by the release
 * after the next. A migration that has been released is never changed.
 *
 * `version` of a document comes from one sequence, so that it differs also from those of an earlier document of the same
 * id. `next_at_ms` is when the document is handed out next: its due time, or the end of a claim. Few rows change without
 * it, so little room for changes in place is left; but all rows change often, so they are vacuumed long before a fifth of
 * them is dead, which is the default.
 */
const MIGRATIONS: readonly Sql[] = [
  sql`
    CREATE SEQUENCE stagedoor.versions;
    CREATE TABLE stagedoor.documents (
      id text COLLATE "C" PRIMARY KEY,
      body text NOT NULL,
      due_at_ms float8 NOT NULL,
      next_at_ms float8 NOT NULL,
      is_ended boolean NOT NULL DEFAULT false,
      version bigint NOT NULL DEFAULT nextval('stagedoor.versions'),
      changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
    ) WITH (
      fillfactor = 90,
      autovacuum_vacuum_scale_factor = 0.02,
      autovacuum_vacuum_threshold = 200,
      autovacuum_analyze_scale_factor = 0.05,
      autovacuum_vacuum_insert_scale_factor = 0.05
    );
    CREATE INDEX documents_due ON stagedoor.documents (next_at_ms, id) WHERE NOT is_ended;
    CREATE INDEX documents_ended ON stagedoor.documents (next_at_ms) WHERE is_ended;
    CREATE INDEX documents_changed ON stagedoor.documents (changed_at);

    CREATE SEQUENCE stagedoor.fences;
    CREATE TABLE stagedoor.locks (
      id text COLLATE "C" PRIMARY KEY,
      owner text NOT NULL,
      fence bigint NOT NULL,
      until timestamptz NOT NULL,
      is_awaited boolean NOT NULL DEFAULT false
    ) WITH (
      fillfactor = 50,
      autovacuum_vacuum_scale_factor = 0,
      autovacuum_vacuum_threshold = 1000
    );

    CREATE TABLE stagedoor.notes (name text PRIMARY KEY, value text NOT NULL);
  `,
  // Not logged: after a crash or a failover it is empty, and one request fills it.
  sql`
    CREATE UNLOGGED TABLE stagedoor.access_tokens (
      name text PRIMARY KEY,
      sealed text,
      mark text,
      renew_at timestamptz,
      claimed_by text,
      claimed_until timestamptz
    );
  `,
  // The database finds the state in the body, so that it is right also where an old release writes. Quotes inside of
  // texts are escaped, so what matches is a field. The table is rewritten: it holds a day, so that takes seconds.
  sql`
    ALTER TABLE stagedoor.documents ADD COLUMN state text
      GENERATED ALWAYS AS (substring(body from '"state":"([A-Z]+)"')) STORED;
    CREATE INDEX documents_state ON stagedoor.documents (state);
    CREATE UNLOGGED TABLE stagedoor.counts (name text PRIMARY KEY, counted_at timestamptz NOT NULL, value text);
  `,
  // Not logged: after a crash or a failover it is empty, and each event is read once more. No index holds claims, so they change
  // in place.
  sql`
    CREATE UNLOGGED TABLE stagedoor.event_details (
      account text COLLATE "C" NOT NULL,
      id text COLLATE "C" NOT NULL,
      body text,
      read_at timestamptz,
      removable_at timestamptz NOT NULL,
      claimed_by text,
      claimed_until timestamptz,
      claimed_for text,
      PRIMARY KEY (account, id)
    ) WITH (
      fillfactor = 70,
      autovacuum_vacuum_scale_factor = 0.05,
      autovacuum_vacuum_threshold = 500,
      toast.autovacuum_vacuum_scale_factor = 0.05,
      toast.autovacuum_vacuum_threshold = 500
    );
    CREATE INDEX event_details_removable ON stagedoor.event_details (removable_at);
  `,
  sql`
    CREATE TABLE stagedoor.quotas (
      name text PRIMARY KEY,
      booked_until timestamptz NOT NULL DEFAULT '-infinity',
      starts_at timestamptz NOT NULL DEFAULT '-infinity',
      booked int NOT NULL DEFAULT 0,
      served jsonb NOT NULL DEFAULT '{}',
      calls_per_second float8,
      sent bigint NOT NULL DEFAULT 0,
      day_ends_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '24 hours'
    ) WITH (fillfactor = 10, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
    CREATE UNLOGGED TABLE stagedoor.quota_users (
      name text NOT NULL,
      owner text NOT NULL,
      seen_at timestamptz NOT NULL,
      PRIMARY KEY (name, owner)
    );
  `,
  // As with the state: an old release knows one edition, and its bodies do not name it. The table is rewritten.
  sql`
    ALTER TABLE stagedoor.documents ADD COLUMN edition text
      GENERATED ALWAYS AS (coalesce(substring(body from '"edition":"([0-9]+)"'), '2015')) STORED;
    CREATE INDEX documents_due_by_edition ON stagedoor.documents (edition, next_at_ms, id) WHERE NOT is_ended;
  `,
];

/** The version of the schema that this release makes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** For the operator. */
export const MAY_NOT_CREATE_SCHEMA =
  'DATABASE_URL cannot be used: its user may not create the schema "stagedoor". ' +
  'Grant CREATE on the database, or create that schema for the user.';

/** Taken for one transaction only, so that it works behind a pooler. An arbitrary number. */
const MIGRATION_LOCK = 7_243_101;

/**
 * Brings the schema up to date. Several processes may start at once: one migrates, and the others wait for it. A schema
 * that is newer than this release is left as it is.
 *
 * @throws StoreUnusable if this user may not create the schema; errors of `pg`.
 */
export async function migrate(database: Database, migrations: readonly Sql[] = MIGRATIONS): Promise<void> {
  await database.transaction(async (run) => {
    await run(sql`SELECT pg_advisory_xact_lock(${MIGRATION_LOCK}::int8)`);
    // A user without the right to create schemas can be given this one.
    const { rows } = await run(
      sql`SELECT to_regnamespace('stagedoor') IS NOT NULL AS exists,
                 has_database_privilege(current_database(), 'CREATE') AS may_create`,
    );
    const [schema] = rows as { exists: boolean; may_create: boolean }[];
    if (!schema?.exists && !schema?.may_create) {
      throw new StoreUnusable(MAY_NOT_CREATE_SCHEMA);
    }
    if (!schema.exists) await run(sql`CREATE SCHEMA stagedoor`);
    await run(sql`CREATE TABLE IF NOT EXISTS stagedoor.migrations (
                    number int PRIMARY KEY, run_at timestamptz NOT NULL DEFAULT now())`);
    const done = await run(sql`SELECT coalesce(max(number), 0) AS number FROM stagedoor.migrations`);
    const [last] = done.rows as { number: number }[];
    for (const [at, migration] of migrations.entries()) {
      if (at < (last?.number ?? 0)) continue;
      await run(migration);
      await run(sql`INSERT INTO stagedoor.migrations (number) VALUES (${at + 1}::int8)`);
    }
  });
}

import { type ClientConfig, DatabaseError, Pool, type PoolClient, type QueryResult } from 'pg';

import { StoreFailed } from '../errors';
import { type Sql, sql } from './sql';

/** How a process uses the database. */
export interface DatabaseSettings {
  /** `postgres://user:password@host:port/name`; a secret. */
  readonly url: string;
  /** Connections for statements at once. */
  readonly connections: number;
  /** How long a statement waits for a connection, in milliseconds; then it fails. */
  readonly waitMs: number;
  /** How many statements may wait for a connection; one more fails at once. */
  readonly mostWaiting: number;
}

/** What one statement may take in the database, and how long of that it may wait for the locks of others. */
const STATEMENT_MS = 3000;
const ROW_LOCK_MS = 1000;
/** After this the client gives up: the database, or the way to it, does not even report a time-out. */
const ANSWER_MS = 4000;
/** What a migration may take. It waits for those of other processes, which start at the same time. */
const MIGRATION_MS = 120_000;

/** A connection is replaced after so long, so that those to a server that was replaced end. */
const CONNECTION_SECONDS = 600;

const LIMITS = `SET LOCAL statement_timeout = ${STATEMENT_MS}; SET LOCAL lock_timeout = ${ROW_LOCK_MS}; `;

/** A statement and its time limits, as one message: see `Database`. */
export const limited = ({ text }: Sql): string => LIMITS + text;

/**
 * The connections to PostgreSQL, and its statements.
 *
 * **Every statement is a transaction of its own, sent as one message** together with its time limits. PostgreSQL runs the
 * statements of one message as one transaction, and `SET LOCAL` ends with that. So the limits cost no round trip, leave
 * nothing behind in a session, and hold behind PgBouncer in transaction mode, which takes neither limits in the start-up
 * message nor prepared statements. No transaction ever waits for this process, so none can be idle.
 *
 * While the database cannot be reached, one statement at a time finds out whether it is back; all others fail at once.
 */
export class Database {
  readonly #pool: Pool;
  #isAway = false;
  #isProbing = false;

  constructor(private readonly settings: DatabaseSettings) {
    this.#pool = new Pool({
      ...clientConfig(settings.url),
      max: settings.connections,
      connectionTimeoutMillis: settings.waitMs,
      query_timeout: ANSWER_MS,
      maxLifetimeSeconds: CONNECTION_SECONDS,
      // Idle connections do not keep the process alive.
      allowExitOnIdle: true,
    });
    // An idle connection broke. The pool has removed it, and the next statement opens another.
    this.#pool.on('error', () => {});
  }

  /**
   * Runs one statement.
   *
   * @throws StoreFailed (by way of the promise). Where the answer was lost, the statement may have been carried out.
   */
  async rows<Row>(statement: Sql): Promise<Row[]> {
    const isProbe = this.#isAway;
    if (isProbe && this.#isProbing) throw new StoreFailed(new Error('The database cannot be reached.'));
    if (this.#pool.waitingCount >= this.settings.mostWaiting)
      throw new StoreFailed(new Error('Too many statements wait for a connection.'));
    if (isProbe) this.#isProbing = true;
    try {
      const results: unknown = await this.#pool.query(limited(statement));
      this.#isAway = false;
      // One result for each statement of the message; the last is ours.
      return (results as QueryResult[]).at(-1)?.rows as Row[];
    } catch (error) {
      this.#isAway = isUnreachable(error);
      throw new StoreFailed(withoutValues(error));
    } finally {
      if (isProbe) this.#isProbing = false;
    }
  }

  /**
   * Runs `work` in one transaction, with time for a migration.
   *
   * @throws (by way of the promise) what `work` throws, and the errors of `pg`.
   */
  async transaction(work: (run: (statement: Sql) => Promise<QueryResult>) => Promise<void>): Promise<void> {
    const client: PoolClient = await this.#pool.connect();
    const limit = MIGRATION_MS;
    // The client's own limit of a query is for statements.
    const run = ({ text }: Sql) => client.query({ text, query_timeout: 2 * limit } as { text: string });
    try {
      await run(
        sql`BEGIN;
            SET LOCAL statement_timeout = 120000; SET LOCAL lock_timeout = 120000;
            SET LOCAL idle_in_transaction_session_timeout = 10000`,
      );
      await work(run);
      await run(sql`COMMIT`);
      client.release();
    } catch (error) {
      // Closing the connection ends the transaction, whatever state it is in.
      client.release(true);
      throw error;
    }
  }

  /** Waits for statements under way, and closes the connections. */
  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/** How to connect, for statements and for notices. */
export const clientConfig = (url: string): ClientConfig => ({
  connectionString: url,
  application_name: 'stagedoor',
  keepAlive: true,
});

/** Whether the database did not answer at all, or is starting, stopping, or no longer the primary. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true;
  // 08: connection; 53: resources; 57P: operator's intervention; 25006: read only, after a failover.
  return /^(08|53|57P|25006)/.test(error.code ?? '');
}

/**
 * What an error of the database says, without the data that it may quote: rows in `detail`, values and parts of statements
 * in some messages.
 */
export function withoutValues(error: unknown): Error {
  if (!(error instanceof DatabaseError)) {
    const { code, message } = error as NodeJS.ErrnoException;
    return new Error(`PostgreSQL: ${code ?? message}`);
  }
  const code = error.code ?? '';
  // 22: a value is wrong; 23: a constraint; 42601: syntax.
  return new Error(`PostgreSQL: ${code}${/^(22|23|42601)/.test(code) ? '' : ` ${error.message}`}`);
}

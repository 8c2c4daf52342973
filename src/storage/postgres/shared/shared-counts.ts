import type { Database } from '../database';
import { inTime } from '../in-time';
import { sql } from '../sql';

/** All processes together count at most so often. */
const COUNT_EVERY_MS = 5000;
/** How long a caller waits. */
const ANSWER_WITHIN_MS = 1000;
/** How many documents are read of one state. */
const MOST_READ = 1000;

/**
 * Counts documents by the state in their bodies. One process counts, by an index alone, and writes the result for all; the
 * others read it for some seconds. All methods reject where the database does not answer within a second.
 */
export class SharedCounts {
  constructor(private readonly database: Database) {}

  /** How many documents are in each state; null while the first process is counting. */
  async byState(): Promise<Readonly<Record<string, number>> | null> {
    return inTime(this.#byState(), ANSWER_WITHIN_MS);
  }

  /** The bodies of documents in one state, in no order; at most a thousand. */
  async bodiesIn(state: string): Promise<unknown[]> {
    const rows = this.database.rows<{ body: string }>(
      sql`SELECT body FROM stagedoor.documents WHERE state = ${state} LIMIT ${MOST_READ}::int8`,
    );
    return (await inTime(rows, ANSWER_WITHIN_MS)).map(({ body }) => JSON.parse(body) as unknown);
  }

  async #byState(): Promise<Readonly<Record<string, number>> | null> {
    const last = await this.#last();
    const counts = !last.isFresh && (await this.#isMine()) ? await this.#count() : last.counts;
    return counts === null ? null : (JSON.parse(counts) as Record<string, number>);
  }

  async #last(): Promise<{ readonly counts: string | null; readonly isFresh: boolean }> {
    const [row] = await this.database.rows<{ counts: string | null; is_fresh: boolean }>(sql`
      SELECT value AS counts, counted_at > clock_timestamp() - ${COUNT_EVERY_MS} * interval '1 ms' AS is_fresh
      FROM stagedoor.counts WHERE name = 'states'`);
    return { counts: row?.counts ?? null, isFresh: row?.is_fresh ?? false };
  }

  /** Whether this process is to count now. If it dies meanwhile, another does so the next time. */
  async #isMine(): Promise<boolean> {
    const rows = await this.database.rows(sql`
      INSERT INTO stagedoor.counts AS last (name, counted_at) VALUES ('states', clock_timestamp())
      ON CONFLICT (name) DO UPDATE SET counted_at = excluded.counted_at
      WHERE last.counted_at <= clock_timestamp() - ${COUNT_EVERY_MS} * interval '1 ms' RETURNING 1`);
    return rows.length > 0;
  }

  async #count(): Promise<string | null> {
    const [row] = await this.database.rows<{ value: string }>(sql`
      UPDATE stagedoor.counts SET value = (
        SELECT coalesce(json_object_agg(state, count), '{}')::text FROM (
          SELECT state, count(*) FROM stagedoor.documents WHERE state IS NOT NULL GROUP BY state
        ) AS counted
      ) WHERE name = 'states' RETURNING value`);
    return row?.value ?? null;
  }
}

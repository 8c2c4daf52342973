import { createHash } from 'node:crypto';

import type { Database } from '../database';
import { inTime } from '../in-time';
import { type Sql, sql } from '../sql';

/** How long the database may take. Then a process sends at its part of the rate. */
const ANSWER_WITHIN_MS = 500;
/** How often a process says that it shares the quota, and after how long without a word it does not. */
const PRESENT_EVERY_MS = 5000;
const GONE_AFTER_MS = 20_000;
const DAY = sql`interval '24 hours'`;

/** Whose quota it is. Neither can be read from the rows. */
export interface QuotaOwner {
  readonly url: string;
  readonly apiKey: string;
}

/** See `Booking` and `Booked` of the quota. */
interface Booking {
  readonly calls: number;
  readonly spacingMs: number;
  readonly withinMs: number;
  readonly kind: string;
  readonly owedAfterMs: number;
  readonly pauseMs: number;
  readonly sent: number;
  readonly learnt: number | null;
}

interface Booked {
  readonly calls: number;
  readonly startsInMs: number;
  readonly bookedMs: number;
  readonly callsPerSecond: number | null;
  readonly sentToday: number;
  readonly dayEndsInMs: number;
  readonly processes: number;
}

interface Row {
  readonly calls: number;
  readonly starts_in_ms: number;
  readonly booked_ms: number;
  readonly calls_per_second: number | null;
  readonly sent_today: string;
  readonly day_ends_in_ms: number;
  readonly processes: string;
}

/**
 * The quota of one API key, shared by all processes: a row with the time up to which calls are booked, the rate that was
 * learnt and the calls that were sent today. All by the database's clock, so that those of the processes need not agree.
 *
 * A booking is not on the disk before it is answered: after a crash of the database, a few calls more may be sent at once,
 * or be missing in the day's count.
 */
export class SharedQuota {
  readonly #name: string;
  #presentUntilMs = -Infinity;
  #isKnown = false;

  /** @param owner names this process. */
  constructor(
    private readonly database: Database,
    private readonly owner: string,
    { url, apiKey }: QuotaOwner,
  ) {
    this.#name = createHash('sha256')
      .update(JSON.stringify([url, apiKey]))
      .digest('base64');
  }

  /** Books time for calls. Rejects with StoreFailed, or with TookTooLong. */
  async book(booking: Booking): Promise<Booked> {
    return inTime(this.#book(booking), ANSWER_WITHIN_MS);
  }

  async #book(booking: Booking): Promise<Booked> {
    await this.#beKnown();
    const [row] = await this.database.rows<Row>(this.#statement(booking));
    if (!row) {
      // The operator has emptied the table.
      this.#isKnown = false;
      throw new Error('The quota has no row.');
    }
    return {
      calls: row.calls,
      startsInMs: row.starts_in_ms,
      bookedMs: row.booked_ms,
      callsPerSecond: row.calls_per_second,
      sentToday: Number(row.sent_today),
      dayEndsInMs: row.day_ends_in_ms,
      processes: Math.max(Number(row.processes), 1),
    };
  }

  /** Writes the row of the key, if there is none, and from time to time that this process shares it. */
  async #beKnown(): Promise<void> {
    const nowMs = performance.now();
    if (this.#isKnown && nowMs < this.#presentUntilMs) return;
    await this.database.rows(sql`
      SET LOCAL synchronous_commit = off;
      INSERT INTO stagedoor.quotas (name) VALUES (${this.#name}) ON CONFLICT DO NOTHING;
      DELETE FROM stagedoor.quota_users WHERE seen_at < clock_timestamp() - ${GONE_AFTER_MS} * interval '1 ms';
      INSERT INTO stagedoor.quota_users (name, owner, seen_at)
      VALUES (${this.#name}, ${this.owner}, clock_timestamp())
      ON CONFLICT (name, owner) DO UPDATE SET seen_at = excluded.seen_at`);
    this.#isKnown = true;
    this.#presentUntilMs = nowMs + PRESENT_EVERY_MS;
  }

  /**
   * The row is locked by the update: so `clock_timestamp()` is read when it is this process's turn. Time is booked if no
   * more than `withinMs` is booked already, or the calls are owed their share, and not further than that.
   */
  #statement({ calls, spacingMs, withinMs, kind, owedAfterMs, pauseMs, sent, learnt }: Booking): Sql {
    const ms = sql`interval '1 ms'`;
    return sql`
      SET LOCAL synchronous_commit = off;
      UPDATE stagedoor.quotas AS quota
      SET (booked_until, starts_at, booked, served, calls_per_second, sent, day_ends_at) = (
        SELECT start + count * ${spacingMs} * ${ms}, start, count::int,
               CASE WHEN count > 0 THEN quota.served || jsonb_build_object(${kind}::text, at) ELSE quota.served END,
               coalesce(${learnt}::float8, quota.calls_per_second),
               CASE WHEN quota.day_ends_at <= now THEN 0 ELSE quota.sent END + ${sent}::int8,
               CASE WHEN quota.day_ends_at <= now THEN now + ${DAY} ELSE quota.day_ends_at END
        FROM (
          SELECT now, start, at,
                 CASE WHEN ${calls}::int8 = 0 THEN 0
                      WHEN ahead > ${withinMs} AND NOT is_owed THEN 0
                      ELSE least(${calls}, greatest(1, floor((${withinMs} - ahead) / ${spacingMs}))) END AS count
          FROM (
            SELECT now, start, at, extract(epoch FROM start - now)::float8 * 1000 AS ahead,
                   at - coalesce((quota.served ->> ${kind}::text)::float8, 0) >= ${owedAfterMs} AS is_owed
            FROM (
              SELECT now, greatest(quota.booked_until, now + ${pauseMs} * ${ms}) AS start,
                     extract(epoch FROM now)::float8 * 1000 AS at
              FROM (SELECT clock_timestamp() AS now) AS clock
            ) AS starting
          ) AS looked
        ) AS counted
      )
      WHERE name = ${this.#name}
      RETURNING booked AS calls, calls_per_second, sent AS sent_today,
        extract(epoch FROM starts_at - clock_timestamp())::float8 * 1000 AS starts_in_ms,
        extract(epoch FROM booked_until - clock_timestamp())::float8 * 1000 AS booked_ms,
        extract(epoch FROM day_ends_at - clock_timestamp())::float8 * 1000 AS day_ends_in_ms,
        (SELECT count(*) FROM stagedoor.quota_users AS users WHERE users.name = quota.name) AS processes`;
  }
}

import { createHash } from 'node:crypto';

import { Batches } from './batches';
import type { Database } from '../database';
import { type Sql, commaList, sql } from '../sql';

/** For how long a process that died while it read an event keeps others from doing so. */
const CLAIM_MS = 3000;

/** How long the database may take. Then a caller reads the event for itself. */
const ANSWER_WITHIN_MS = 500;

/** Larger details are not shared. */
const MOST_CHARACTERS = 1024 * 1024;

/** How often a process removes what is no longer fresh, and how many rows at once. */
const PURGE_EVERY_MS = 10_000;
const PURGED_AT_ONCE = 1000;
/** A row with nothing but a claim is kept for so long. */
const KEPT_MS = 60_000;

/** Whose events these are, and in what shape. Whatever changes an event's JSON is in here. */
export interface EventOwner {
  /** Address of the API, and the key. Neither can be read from the rows. */
  readonly url: string;
  readonly apiKey: string;
  readonly edition: string;
  /** The version of the JSON. What a release with another has written is not found, and not overwritten. */
  readonly shape: number;
}

interface Lifetimes {
  readonly eventMs: number;
  readonly unknownMs: number;
}

interface Asked extends Lifetimes {
  readonly callClass: string;
}

interface Put {
  readonly json: string | null;
  readonly readAtMs: number;
  readonly freshForMs: number;
}

interface Claim {
  readonly callClass: string;
  readonly forMs: number;
}

type Taken =
  | { readonly kind: 'event'; readonly json: string | null; readonly ageMs: number }
  | { readonly kind: 'claimed' }
  | { readonly kind: 'awaited'; readonly callClass: string };

interface Row {
  readonly id: string;
  readonly body: string | null;
  readonly age_ms: number | null;
  readonly is_fresh: boolean;
  readonly is_claimed: boolean;
  readonly claimed_for: string | null;
}

const interval = (ms: Sql): Sql => sql`${ms} * interval '1 ms'`;
const untilClaimEnds = sql`clock_timestamp() + ${CLAIM_MS} * interval '1 ms'`;

/**
 * The details of events, shared by all processes with one API key: a row for each event with its JSON, when it was read, and
 * who reads it next. Times are the database's, so that the clocks of the processes need not agree; what its clock, set back,
 * puts into the future counts as none.
 *
 * Events that are asked for at once share a statement. Every statement locks rows in the order of their ids, so that no two
 * wait for each other. All methods reject with StoreFailed, or with TookTooLong after half a second, or at once while the
 * database hangs.
 */
export class SharedEvents {
  readonly #account: string;
  readonly #taken = new Batches<Asked, Taken>((asked) => this.#takeAll(asked), {
    atOnce: 2,
    most: 100,
    withinMs: ANSWER_WITHIN_MS,
  });
  readonly #puts = new Batches<Put, void>((puts) => this.#putAll(puts), {
    atOnce: 1,
    most: 20,
    withinMs: ANSWER_WITHIN_MS,
  });
  readonly #claims = new Batches<Claim, void>((claims) => this.#setClaims(claims), {
    atOnce: 1,
    most: 100,
    withinMs: ANSWER_WITHIN_MS,
  });
  #purgesAtMs = 0;

  /** @param owner names this process. */
  constructor(
    private readonly database: Database,
    private readonly owner: string,
    { url, apiKey, edition, shape }: EventOwner,
  ) {
    this.#account = createHash('sha256')
      .update(JSON.stringify([url, apiKey, edition, shape]))
      .digest('base64');
  }

  /**
   * The event if it is fresh, or the claim to read it.
   *
   * @param callClass for what; others see it while this process has the claim.
   * @returns `awaited` while another process has the claim.
   */
  async take(eventId: string, callClass: string, { eventMs, unknownMs }: Lifetimes): Promise<Taken> {
    const taken = await this.#taken.add(eventId, { callClass, eventMs, unknownMs });
    return taken ?? { kind: 'awaited', callClass };
  }

  /** Writes an event for all, unless a newer one is there, and ends the claim of this process. Null: no such event. */
  async put(eventId: string, json: string | null, { eventMs, unknownMs }: Lifetimes): Promise<void> {
    if (json !== null && json.length > MOST_CHARACTERS) return this.release(eventId);
    const freshForMs = json === null ? unknownMs : eventMs;
    await this.#puts.add(eventId, { json, readAtMs: performance.now(), freshForMs });
    this.#purge().catch(() => {});
  }

  /** Extends the claim of this process, if it has it. */
  async renew(eventId: string, callClass: string): Promise<void> {
    await this.#claims.add(eventId, { callClass, forMs: CLAIM_MS });
  }

  /** Ends the claim of this process, so that others need not wait for its end. */
  async release(eventId: string): Promise<void> {
    await this.#claims.add(eventId, { callClass: '', forMs: 0 });
  }

  /**
   * Looks, and claims what is not fresh and not claimed. A row that has changed since the look is not claimed: it has just
   * been read, or its claim was taken by another process.
   */
  async #takeAll(asked: ReadonlyMap<string, Asked>): Promise<Map<string, Taken>> {
    const items = [...asked].map(
      ([id, { callClass, eventMs, unknownMs }]) => sql`(${id}, ${callClass}, ${eventMs}, ${unknownMs})`,
    );
    const rows = await this.database.rows<Row>(sql`
      WITH asked (id, claimed_for, event_ms, unknown_ms) AS (VALUES ${commaList(items)}),
      seen AS (
        SELECT asked.id, asked.claimed_for, shared.body, shared.read_at, shared.claimed_for AS theirs,
          extract(epoch FROM clock_timestamp() - shared.read_at)::float8 * 1000 AS age_ms,
          coalesce(shared.read_at BETWEEN clock_timestamp()
              - CASE WHEN shared.body IS NULL THEN unknown_ms ELSE event_ms END * interval '1 ms'
            AND clock_timestamp(), false) AS is_fresh
        FROM asked LEFT JOIN stagedoor.event_details AS shared
          ON shared.account = ${this.#account} AND shared.id = asked.id
      ),
      claimed AS (
        INSERT INTO stagedoor.event_details AS shared
          (account, id, claimed_by, claimed_until, claimed_for, removable_at)
        SELECT ${this.#account}, id, ${this.owner}, ${untilClaimEnds}, claimed_for,
          clock_timestamp() + ${KEPT_MS} * interval '1 ms'
        FROM seen WHERE NOT is_fresh ORDER BY id COLLATE "C"
        ON CONFLICT (account, id) DO UPDATE
        SET claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until,
          claimed_for = excluded.claimed_for, removable_at = greatest(shared.removable_at, excluded.removable_at)
        WHERE shared.read_at IS NOT DISTINCT FROM (SELECT read_at FROM seen WHERE seen.id = shared.id)
          AND (shared.claimed_by = ${this.owner}
            OR (shared.claimed_until BETWEEN clock_timestamp() AND ${untilClaimEnds}) IS NOT TRUE)
        RETURNING id
      )
      SELECT seen.id, CASE WHEN is_fresh THEN body END AS body, age_ms, is_fresh,
        claimed.id IS NOT NULL AS is_claimed, theirs AS claimed_for
      FROM seen LEFT JOIN claimed ON claimed.id = seen.id`);
    return new Map(rows.map((row) => [row.id, takenIn(row)]));
  }

  /** An event's age counts from the arrival of the statement, which may then wait for the lock of a row. */
  async #putAll(puts: ReadonlyMap<string, Put>): Promise<Map<string, void>> {
    const items = [...puts].map(
      ([id, { json, readAtMs, freshForMs }]) =>
        sql`(${id}, ${json}, ${performance.now() - readAtMs}, ${freshForMs})`,
    );
    await this.database.rows(sql`
      WITH put (id, body, age_ms, fresh_ms) AS (VALUES ${commaList(items)})
      INSERT INTO stagedoor.event_details AS shared (account, id, body, read_at, removable_at)
      SELECT ${this.#account}, id, body, statement_timestamp() - ${interval(sql`age_ms`)},
        clock_timestamp() + ${interval(sql`fresh_ms`)}
      FROM put ORDER BY id COLLATE "C"
      ON CONFLICT (account, id) DO UPDATE
      SET body = excluded.body, read_at = excluded.read_at, removable_at = excluded.removable_at,
        claimed_by = NULL, claimed_until = NULL, claimed_for = NULL
      WHERE (shared.read_at BETWEEN excluded.read_at AND clock_timestamp()) IS NOT TRUE`);
    return new Map();
  }

  async #setClaims(claims: ReadonlyMap<string, Claim>): Promise<Map<string, void>> {
    const items = [...claims].map(([id, { callClass, forMs }]) => sql`(${id}, ${callClass}, ${forMs})`);
    await this.database.rows(sql`
      WITH claim (id, claimed_for, for_ms) AS (VALUES ${commaList(items)}),
      held AS (
        SELECT claim.* FROM claim JOIN stagedoor.event_details AS shared ON shared.id = claim.id
        WHERE shared.account = ${this.#account} AND shared.claimed_by = ${this.owner}
        ORDER BY shared.id FOR UPDATE OF shared
      )
      UPDATE stagedoor.event_details AS shared
      SET claimed_until = clock_timestamp() + ${interval(sql`held.for_ms`)}, claimed_for = held.claimed_for
      FROM held WHERE shared.account = ${this.#account} AND shared.id = held.id`);
    return new Map();
  }

  /** Removes rows of all accounts that are no longer fresh, now and then. Two processes at once remove different ones. */
  async #purge(): Promise<void> {
    const nowMs = performance.now();
    if (nowMs < this.#purgesAtMs) return;
    this.#purgesAtMs = nowMs + PURGE_EVERY_MS;
    const removed = await this.database.rows(sql`
      DELETE FROM stagedoor.event_details WHERE (account, id) IN (
        SELECT account, id FROM stagedoor.event_details WHERE removable_at <= clock_timestamp()
        ORDER BY removable_at LIMIT ${PURGED_AT_ONCE}::int8 FOR UPDATE SKIP LOCKED
      ) RETURNING 1`);
    // There may be more: the next event that is put removes them.
    if (removed.length === PURGED_AT_ONCE) this.#purgesAtMs = 0;
  }
}

function takenIn({ body, age_ms: ageMs, is_fresh: isFresh, is_claimed: isClaimed, claimed_for }: Row): Taken {
  if (isFresh) return { kind: 'event', json: body, ageMs: ageMs ?? 0 };
  return isClaimed ? { kind: 'claimed' } : { kind: 'awaited', callClass: claimed_for ?? '' };
}

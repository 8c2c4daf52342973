import { createHash } from 'node:crypto';

import type { Database } from '../database';
import { inTime } from '../in-time';
import { Sealed } from './sealed';
import { type Sql, sql } from '../sql';

/** For how long a process that died while it requested a token keeps others from doing so. */
const CLAIM_MS = 3000;

/** How long the database may take. Then a caller requests its own token. */
const ANSWER_WITHIN_MS = 1000;

/** Whose token it is. */
export interface TokenOwner {
  /** Address of the API, and the key. Neither can be read from the row. */
  readonly url: string;
  readonly apiKey: string;
  /** The token is encrypted with a key derived from it. */
  readonly apiSecret: string;
}

interface Row {
  readonly sealed: string | null;
  readonly mark: string | null;
  readonly usable_ms: number | null;
}

/**
 * The access token of one API key, shared by all processes: a row with the token, encrypted, and who requests the next one.
 * Times are the database's, so that the clocks of the processes need not agree.
 *
 * All of its methods reject with StoreFailed, or with TookTooLong.
 */
export class SharedTokens {
  readonly #name: string;
  readonly #sealed: Sealed;

  /** @param owner names this process. */
  constructor(
    private readonly database: Database,
    private readonly owner: string,
    { url, apiKey, apiSecret }: TokenOwner,
  ) {
    this.#name = createHash('sha256')
      .update(JSON.stringify([url, apiKey]))
      .digest('base64');
    this.#sealed = new Sealed(apiSecret, 'access token');
  }

  /**
   * The token, or the claim to request it.
   *
   * @param refused a token that counts as none.
   * @returns `awaited` while another process has the claim.
   */
  async take(
    refused: string | null,
  ): Promise<{ kind: 'token'; value: string; usableMs: number } | { kind: 'claimed' } | { kind: 'awaited' }> {
    const [row] = await this.#rows<Row>(sql`
      SELECT sealed, mark, extract(epoch FROM renew_at - clock_timestamp())::float8 * 1000 AS usable_ms
      FROM stagedoor.access_tokens WHERE name = ${this.#name}`);
    const value = typeof row?.sealed === 'string' ? this.#sealed.open(row.sealed) : null;
    const usableMs = row?.usable_ms ?? 0;
    if (value !== null && value !== refused && usableMs > 0) return { kind: 'token', value, usableMs };
    // What was sealed with another secret, or was refused, is replaced. What another process has put there since is not.
    const replaced = value === null || value === refused ? (row?.mark ?? null) : null;
    return { kind: (await this.#claim(replaced)) ? 'claimed' : 'awaited' };
  }

  /** Writes a token for all, and ends the claim of this process. */
  async put(value: string, usableMs: number): Promise<void> {
    const token = {
      sealed: this.#sealed.seal(value),
      mark: this.#sealed.mark(value),
      renewAt: sql`clock_timestamp() + ${usableMs} * interval '1 ms'`,
    };
    await this.#rows(sql`
      INSERT INTO stagedoor.access_tokens AS shared (name, sealed, mark, renew_at)
      VALUES (${this.#name}, ${token.sealed}, ${token.mark}, ${token.renewAt})
      ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed, mark = excluded.mark, renew_at = excluded.renew_at,
        claimed_by = NULL, claimed_until = NULL`);
  }

  /** Ends the claim of this process, so that others need not wait for its end. */
  async release(): Promise<void> {
    await this.#rows(sql`
      UPDATE stagedoor.access_tokens SET claimed_by = NULL, claimed_until = NULL
      WHERE name = ${this.#name} AND claimed_by = ${this.owner}`);
  }

  /**
   * Claims the request for a token, if there is none that can be used and nobody has the claim.
   *
   * @param replaced the mark of a token that counts as none.
   */
  async #claim(replaced: string | null): Promise<boolean> {
    const claimed = await this.#rows(sql`
      INSERT INTO stagedoor.access_tokens AS shared (name, claimed_by, claimed_until)
      VALUES (${this.#name}, ${this.owner}, clock_timestamp() + ${CLAIM_MS} * interval '1 ms')
      ON CONFLICT (name) DO UPDATE
      SET sealed = NULL, mark = NULL, renew_at = NULL,
          claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
      WHERE (shared.mark IS NULL OR shared.mark = ${replaced} OR shared.renew_at <= clock_timestamp())
        AND (shared.claimed_until IS NULL OR shared.claimed_until <= clock_timestamp()
             OR shared.claimed_by = ${this.owner})
      RETURNING 1`);
    return claimed.length > 0;
  }

  /** Runs a statement. No caller waits long for a database that hangs. */
  #rows<R>(statement: Sql): Promise<R[]> {
    return inTime(this.database.rows<R>(statement), ANSWER_WITHIN_MS);
  }
}

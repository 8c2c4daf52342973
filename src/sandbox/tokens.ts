import { randomBytes } from 'node:crypto';
import type { Agenda } from './agenda';

/** The answer to a request for an access token; times are strings, as the manual shows them. */
export interface AccessToken {
  issued_at: string;
  scope: string;
  status: string;
  expires_in: string;
  token_type: string;
  client_id: string;
  access_token: string;
}

/**
 * The access tokens in force. Each lives its own hour and cannot be refreshed (manual, "Authentication"); a new one
 * leaves the older ones valid.
 */
export class Tokens {
  private readonly valid = new Set<string>();

  constructor(
    private readonly agenda: Agenda,
    private readonly apiKey: string,
    private readonly lifetimeSeconds: number,
  ) {}

  /** Issues a new token at `nowMs`. */
  issue(nowMs: number): AccessToken {
    const token = randomBytes(21).toString('base64url');
    this.valid.add(token);
    this.agenda.at(nowMs + this.lifetimeSeconds * 1000, () => this.valid.delete(token));
    return {
      issued_at: String(nowMs),
      scope: '',
      status: 'approved',
      expires_in: String(this.lifetimeSeconds),
      token_type: 'BearerToken',
      client_id: this.apiKey,
      access_token: token,
    };
  }

  /** Whether `token` was issued here and has not ended. */
  has(token: string): boolean {
    return this.valid.has(token);
  }
}

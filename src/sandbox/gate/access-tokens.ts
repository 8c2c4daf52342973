import { randomBytes } from 'node:crypto';
import type { Schedule } from '../time/schedule';

/** The response to a request for an access token. Times are strings, as in the manual. */
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
 * The valid access tokens. Each lives for its own hour and cannot be refreshed (manual, "Authentication"). A new token
 * leaves the older ones valid.
 */
export class AccessTokens {
  private readonly valid = new Set<string>();

  constructor(
    private readonly schedule: Schedule,
    private readonly apiKey: string,
    private readonly lifetimeSeconds: number,
  ) {}

  /** Issues a new token at `nowMs`. */
  issue(nowMs: number): AccessToken {
    const token = randomBytes(21).toString('base64url');
    this.valid.add(token);
    this.schedule.at(nowMs + this.lifetimeSeconds * 1000, () => this.valid.delete(token));
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

  /** Whether `token` was issued here and has not expired. */
  has(token: string): boolean {
    return this.valid.has(token);
  }
}

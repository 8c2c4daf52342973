import { Client } from 'pg';

import { clientConfig } from './database';
import { inTime } from './in-time';

/** The pause before a connection that broke is made again; longer after each failure. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5000;
const CONNECT_MS = 5000;

/** Listens for notices on a connection of its own, which is made again whenever it breaks. */
export class Listener {
  #client: Client | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #retry: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly onNotice: (text: string) => void,
  ) {}

  /** Connects, now and after each failure. Resolves after the first try, whatever became of it. */
  async start(): Promise<void> {
    await this.#connect();
  }

  /** Makes the connection again, as after a failure. */
  restart(): void {
    if (this.#client) this.#lost(this.#client);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new Client({ ...clientConfig(this.url), connectionTimeoutMillis: CONNECT_MS });
    this.#client = client;
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ payload = '' }) => this.onNotice(payload));
    try {
      await client.connect();
      await inTime(client.query('LISTEN stagedoor'), CONNECT_MS);
      this.#pauseMs = FIRST_PAUSE_MS;
    } catch {
      this.#lost(client);
    }
  }

  #lost(client: Client): void {
    if (this.#isClosed || client !== this.#client) return;
    this.#client = undefined;
    client.end().catch(() => {});
    this.#retry = setTimeout(() => void this.#connect(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

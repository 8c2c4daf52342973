import { pino } from 'pino';
import { request } from 'undici';

import type { FastReads, FastReadsParts } from '../../src/fast-reads/fast-reads';
import { type Gateway, startGateway } from '../../src/gateway';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';
import type { Store } from '../../src/storage/store';
import { TEST_EDITION } from './edition';
import { FakeClock } from './fake-clock';

/** The body of a GraphQL answer. Tests look into it freely. */
export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly { message: string; path?: unknown[]; extensions: { code: string } }[];
}

/** A whole gateway and its sandbox over real sockets, on one clock that the test moves. */
export interface House {
  readonly clock: FakeClock;
  readonly gateway: Gateway;
  readonly sandbox: Sandbox;
  /** Everything that was logged, as text. */
  readonly log: () => string;
  /** Asks the gateway, as a client would. The clock stands still meanwhile: see `FakeClock.until`. */
  readonly ask: (
    query: string,
    variables?: Record<string, unknown>,
    headers?: Record<string, string>,
  ) => Promise<GraphQLAnswer>;
  readonly close: () => Promise<void>;
}

/** L1: what no log line of any test may hold. */
const SECRETS = [
  'sandbox-key',
  'sandbox-secret',
  'Bearer ',
  '/polling/',
  '/polling-status',
  'cart_id',
  '4588883206000011',
  'john.doe@example.com',
  '123 Main Street',
];

/**
 * Opens a house. `env` are the gateway's settings; `upstreamUrl` puts something else in the sandbox's place, and `before`
 * something between: it gets the sandbox's address and returns its own. `credentials` are others than the sandbox's.
 */
export async function openHouse(
  options: {
    sandbox?: SandboxOptions;
    env?: Record<string, string>;
    upstreamUrl?: string;
    before?: (sandboxUrl: string) => Promise<string>;
    credentials?: { apiKey: string; apiSecret: string | null };
    store?: Store;
    clock?: FakeClock;
    fastReads?: (parts: FastReadsParts) => FastReads | null;
  } = {},
): Promise<House> {
  const clock = options.clock ?? new FakeClock();
  const { fastReads } = options;
  const lines: string[] = [];
  const sandbox = await startSandbox({ clock, edition: TEST_EDITION, ...options.sandbox });
  const { edition = TEST_EDITION } = options.sandbox ?? {};
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'debug',
    PARTNER_API_EDITION: edition,
    ...options.env,
  });
  const gateway = await startGateway(
    settings,
    {
      ...sandbox,
      ...options.credentials,
      url: options.upstreamUrl ?? (await options.before?.(sandbox.url)) ?? sandbox.url,
    },
    pino({ level: settings.LOG_LEVEL }, { write: (line) => void lines.push(line) }),
    { machine: clock, store: options.store ?? new MemoryStore(), ...(fastReads && { fastReads }) },
  );
  return {
    clock,
    gateway,
    sandbox,
    log: () => lines.join(''),
    ask: (query, variables = {}, headers = {}) => ask(gateway.url, query, variables, headers),
    close: async () => {
      // The gateway closes open connections by this clock.
      await clock.until(gateway.close());
      await sandbox.close();
      const leak = SECRETS.find((secret) => lines.join('').includes(secret));
      if (leak !== undefined) throw new Error(`The log holds a secret: ${leak}`);
    },
  };
}

/** Asks the gateway at `url`, as a client would. */
export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphQLAnswer> {
  const answer = await request(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await answer.body.json()) as Pick<GraphQLAnswer, 'data' | 'errors'>;
  return { status: answer.statusCode, headers: answer.headers, ...body };
}

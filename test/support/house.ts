import { pino } from 'pino';
import { request } from 'undici';

import { type Gateway, startGateway } from '../../src/gateway';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';
import type { Store } from '../../src/storage/store';
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
  'cart_id',
  '4588883206000011',
  'john.doe@example.com',
  '123 Main Street',
];

/** Opens a house. `env` are the gateway's settings; `upstreamUrl` puts something else in the sandbox's place. */
export async function openHouse(
  options: {
    sandbox?: SandboxOptions;
    env?: Record<string, string>;
    upstreamUrl?: string;
    store?: Store;
    clock?: FakeClock;
  } = {},
): Promise<House> {
  const clock = options.clock ?? new FakeClock();
  const lines: string[] = [];
  const sandbox = await startSandbox({ clock, ...options.sandbox });
  const settings = readSettings({ PORT: '0', LOG_LEVEL: 'debug', ...options.env });
  const gateway = await startGateway(
    settings,
    { ...sandbox, url: options.upstreamUrl ?? sandbox.url },
    pino({ level: settings.LOG_LEVEL }, { write: (line) => void lines.push(line) }),
    { clock, store: options.store ?? new MemoryStore() },
  );
  return {
    clock,
    gateway,
    sandbox,
    log: () => lines.join(''),
    ask: (query, variables = {}, headers = {}) => ask(gateway.url, query, variables, headers),
    close: async () => {
      await gateway.close();
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

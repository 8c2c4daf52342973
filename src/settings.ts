import { z } from 'zod';

import type { Limits } from './graphql/limits/limits';

/*
 * Every setting of the process: its name in the environment, its default, its meaning. A wrong one stops the process
 * with a sentence that says how to mend it.
 */

const seconds = (fallback: number) => z.coerce.number().positive().max(86_400).default(fallback);
const count = (fallback: number, most: number) => z.coerce.number().int().min(1).max(most).default(fallback);
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean),
);

/** A limit that 0 takes away. */
const limit = (most: number) => z.coerce.number().int().min(0).max(most);

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
/** Exactly as browsers send it, since it is compared as text. */
const origin = z
  .string()
  .refine(
    (text) => text === '*' || (!text.includes('*') && URL.canParse(text) && new URL(text).origin === text),
  );

/** `name:hash` of each frontend, with commas between: the hash is the SHA-256 of its key, in hex. */
const frontendKeys = list
  .pipe(
    z.array(
      z
        .string()
        .regex(/^[\w.-]{1,64}:[0-9a-f]{64}$/i)
        .transform((entry) => ({
          name: entry.slice(0, entry.indexOf(':')),
          sha256: entry.slice(entry.indexOf(':') + 1),
        })),
    ),
  )
  .refine((keys) => keys.length > 0 && new Set(keys.map(({ name }) => name)).size === keys.length);

const environment = z.object({
  /** The port that GraphQL is served on. 0: any free one. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The address to listen on. Plain HTTP: put a proxy that speaks TLS in front before you open it to the world. */
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where clients reach this gateway, for the addresses it hands out. Default: as the request says. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** `production` turns off what is for developers: playground, introspection, forced polling. */
  NODE_ENV: z.string().default('development'),
  /** How much is logged, as JSON lines on standard error. */
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Whether a browser gets GraphiQL at /playground and /graphql. Default: unless in production. */
  PLAYGROUND: z.stringbool().optional(),
  /** Whether clients may ask for the schema; with it goes /schema.graphql. Default: unless in production. */
  INTROSPECTION: z.stringbool().optional(),
  /** Web origins whose pages may call, with commas between; `*` for any. Default: none, and any with the sandbox. */
  ALLOWED_ORIGINS: list.pipe(z.array(origin)).optional(),
  /** Addresses (CIDR) of proxies whose `X-Forwarded-For` is believed, with commas between. */
  TRUSTED_PROXIES: list.pipe(z.array(address)).default([]),

  /** How long the headers of a request may take to come. */
  HEADERS_TIMEOUT_SECONDS: seconds(10),
  /** How long the whole of a request may take to come, its body included. */
  REQUEST_TIMEOUT_SECONDS: seconds(30),
  /** How long a connection may be idle. Longer than a proxy in front keeps its own: else it uses one that is closing. */
  KEEP_ALIVE_SECONDS: seconds(65),
  /** How long a client may leave unread what it is sent. */
  ANSWER_TIMEOUT_SECONDS: seconds(30),
  /** Connections at once. Over it, the one that was idle longest is closed. Each is a file: mind `ulimit -n`. */
  MAX_CONNECTIONS: count(10_000, 1_000_000),

  /** The frontends that may call, as `name:SHA-256 of its key in hex`, with commas between. Default: anybody may. */
  FRONTEND_KEYS: frontendKeys.optional(),
  /**
   * Requests a minute from one address (IPv6: from one /64); 0: no limit. Default: 3000. This machine's own addresses
   * are counted only where this is set: by default a proxy here that is not among TRUSTED_PROXIES throttles nobody.
   */
  RATE_LIMIT_PER_ADDRESS: limit(1_000_000).optional(),
  /** Requests a minute with one frontend's key; 0: no limit. */
  RATE_LIMIT_PER_KEY: limit(100_000_000).default(0),
  /** Carts that one address may have open at once; 0: no limit. Default: 10, counted as RATE_LIMIT_PER_ADDRESS is. */
  MAX_CARTS_PER_ADDRESS: limit(1_000_000).optional(),
  /** Carts that one frontend may have open at once; 0: no limit. */
  MAX_CARTS_PER_KEY: limit(1_000_000).default(0),

  /** The file of documents by their hashes that frontends were built with, as graphql-codegen writes it. */
  PERSISTED_QUERIES: z.string().min(1).optional(),
  /** Whether nothing but those documents is answered. */
  PERSISTED_QUERIES_ONLY: z.stringbool().default(false),

  /** Base address of the Partner API. Without this, key and secret, the sandbox is started inside. */
  PARTNER_API_URL: z.string().optional(),
  /** The partner's API key. */
  PARTNER_API_KEY: z.string().min(1).optional(),
  /** The partner's client secret. */
  PARTNER_API_SECRET: z.string().min(1).optional(),
  /** The edition of the manual that upstream follows. */
  PARTNER_API_EDITION: z.literal('2015').default('2015'),
  /** How long one call to upstream may take, in milliseconds. */
  UPSTREAM_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(10_000),
  /** Sockets to upstream, and so the calls under way at once. */
  UPSTREAM_CONNECTIONS: count(64, 1024),
  /** Calls to upstream that may wait for a socket; more fail at once. */
  UPSTREAM_MAX_WAITING: count(1000, 100_000),

  /** The largest body of a request that is read, in bytes. Compressed ones are refused. */
  MAX_BODY_BYTES: count(65_536, 16_777_216),
  /** How deep the JSON of a request may be nested. */
  MAX_JSON_DEPTH: count(16, 1000),
  /** Words and signs of a GraphQL document. */
  MAX_QUERY_TOKENS: count(2000, 10_000),
  /** How deep fields may be nested. Introspection as tools send it has 15 levels. */
  MAX_QUERY_DEPTH: count(15, 100),
  /** Aliases in an operation, and fields that it asks for again in the same braces; fragments count where they are spread. */
  MAX_QUERY_ALIASES: count(30, 10_000),
  /** Outermost fields of a document, all its operations together. */
  MAX_ROOT_FIELDS: count(20, 10_000),
  /** Directives in an operation; fragments count where they are spread. */
  MAX_DIRECTIVES: count(50, 10_000),
  /** How often an operation spreads fragments, those in fragments included. */
  MAX_FRAGMENTS: count(100, 10_000),
  /** Entries of a list that is sent as input. */
  MAX_LIST_SIZE: count(100, 100_000),
  /** The cost of an operation, in points: 1 for each field in a large answer, more for what asks upstream. */
  MAX_COST: count(160_000, 1_000_000_000),

  /** How many events are kept in memory. */
  EVENT_CACHE_MAX: count(10_000, 1_000_000),
  /** How long an event is served as it was read. */
  EVENT_TTL_SECONDS: seconds(60),
  /** How long after that it is still served while it is read again. */
  EVENT_STALE_SECONDS: seconds(300),
  /** How long after the TTL it is served when upstream cannot be read. */
  EVENT_STALE_IF_ERROR_SECONDS: seconds(3600),
  /** How long "no such event" is believed. */
  EVENT_UNKNOWN_TTL_SECONDS: seconds(10),
  /** How much memory ready answers to reads of events may take, in bytes; and ready parts of answers, the same again. */
  READY_ANSWERS_MAX_BYTES: count(64 * 1024 * 1024, 2 ** 40),

  /** How long, in whole seconds, the free seats of an event are told as they were read. */
  AVAILABILITY_TTL_SECONDS: count(2, 60),
  /** The operator's own token, for the desk queries. Default: there are no desk queries. */
  OPERATOR_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{32,1024}$/)
    .optional(),

  /** The folder in which the ledger of carts is kept. Made where it is missing; one process at a time. */
  STATE_DIR: z.string().min(1).default('.stagedoor'),
  /** How long a shopper may be silent before the seats are given back. */
  CART_LEASE_SECONDS: seconds(120),
  /** How long an operation may poll before the shopper is told that it failed. */
  CART_GIVE_UP_SECONDS: seconds(300),

  /** Whether upstream has a way of delivery set for this partner, so that carts choose none. */
  SHIPPING_PRECONFIGURED: z.stringbool().default(false),

  /** The sandbox's port. 0: any free one. */
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  /** Whether the sandbox wants a captcha before a reserve. */
  SANDBOX_CAPTCHA: z.enum(['none', 'required']).default('none'),
  /** How often the sandbox answers 202 to every call that may poll. */
  SANDBOX_POLLING_DEPTH: z.coerce.number().int().min(0).max(100).default(0),
  /** The `wait` of the sandbox's 202. */
  SANDBOX_POLL_WAIT_SECONDS: seconds(4),
  /** How long the sandbox holds seats. */
  SANDBOX_HOLD_SECONDS: seconds(299),
  /** How many carts the sandbox lets the partner hold at once; over it, more polling. */
  SANDBOX_RESERVATION_LIMIT: count(50, 1_000_000),
});

/** Where the Partner API is, and as whom we call it. */
export interface Upstream {
  readonly url: string;
  readonly apiKey: string;
  readonly apiSecret: string;
}

export type Environment = z.infer<typeof environment>;

/** The settings of one process. `upstream` is null where none is configured: then the sandbox stands in. */
export interface Settings extends Environment {
  readonly upstream: Upstream | null;
  readonly isProduction: boolean;
  /** The most that one request may ask for. */
  readonly limits: Limits;
}

/** A setting that cannot be used. The message is a sentence for whoever sets it; it holds no secret. */
export class SettingsError extends Error {}

/** What each setting has to be, in words, where its name does not say it. */
const hints: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'give the whole address, such as https://tickets.example.com',
  ALLOWED_ORIGINS:
    'give origins such as https://tickets.example.com, without a path, with commas between, or *',
  TRUSTED_PROXIES: 'give addresses or ranges such as 10.0.0.0/8, with commas between',
  PARTNER_API_EDITION: 'only 2015 is there so far',
  FRONTEND_KEYS:
    "give name:hash for each frontend, with commas between; the hash is its key's SHA-256 in hex, such as " +
    '`printf %s KEY | sha256sum` writes it',
  PERSISTED_QUERIES_ONLY: 'give true or false',
  OPERATOR_TOKEN: 'give at least 32 characters that nobody can guess, without spaces',
  LOG_LEVEL: 'choose one of fatal, error, warn, info, debug, silent',
  SANDBOX_CAPTCHA: 'choose none or required',
  PLAYGROUND: 'give true or false',
  INTROSPECTION: 'give true or false',
};

/**
 * The settings in `env`. An empty value counts as not set.
 *
 * @throws SettingsError with a sentence that names the setting and says what it has to be.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const sentences = read.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return `${name} cannot be used: ${hints[name] ?? message}.`;
    });
    throw new SettingsError([...new Set(sentences)].join('\n'));
  }
  if (read.data.PERSISTED_QUERIES_ONLY && read.data.PERSISTED_QUERIES === undefined) {
    throw new SettingsError(
      'PERSISTED_QUERIES_ONLY cannot be used: name the file of the documents, too, as PERSISTED_QUERIES.',
    );
  }
  return {
    ...read.data,
    upstream: upstreamOf(read.data),
    isProduction: read.data.NODE_ENV === 'production',
    limits: limitsIn(read.data),
  };
}

const limitsIn = (env: Environment): Limits => ({
  bodyBytes: env.MAX_BODY_BYTES,
  jsonDepth: env.MAX_JSON_DEPTH,
  tokens: env.MAX_QUERY_TOKENS,
  depth: env.MAX_QUERY_DEPTH,
  aliases: env.MAX_QUERY_ALIASES,
  rootFields: env.MAX_ROOT_FIELDS,
  directives: env.MAX_DIRECTIVES,
  fragments: env.MAX_FRAGMENTS,
  listSize: env.MAX_LIST_SIZE,
  cost: env.MAX_COST,
});

function upstreamOf(env: Environment): Upstream | null {
  const { PARTNER_API_URL: url, PARTNER_API_KEY: apiKey, PARTNER_API_SECRET: apiSecret } = env;
  if (url === undefined && apiKey === undefined && apiSecret === undefined) return null;
  if (url === undefined || apiKey === undefined || apiSecret === undefined) {
    throw new SettingsError(
      'PARTNER_API_URL, PARTNER_API_KEY and PARTNER_API_SECRET go together: set all three to call the Partner API, ' +
        'or none to start the sandbox.',
    );
  }
  if (!URL.canParse(url)) {
    throw new SettingsError(
      'PARTNER_API_URL cannot be used: give the whole address, such as https://app.ticketmaster.com/partners/v1.',
    );
  }
  // "All connections must be made over SSL using https."
  const { protocol, hostname, username, password, search, hash } = new URL(url);
  const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback)) {
    throw new SettingsError(
      'PARTNER_API_URL has to begin with https://: the manual demands TLS. Only an address of this machine may do ' +
        'without.',
    );
  }
  if (username !== '' || password !== '' || search !== '' || hash !== '') {
    throw new SettingsError('PARTNER_API_URL is only the base address: leave out user, query and fragment.');
  }
  return { url, apiKey, apiSecret };
}

/** What clients are given of time and room. */
export const connectionSettings = (settings: Settings) => ({
  headersTimeoutMs: wholeMs(settings.HEADERS_TIMEOUT_SECONDS),
  requestTimeoutMs: wholeMs(settings.REQUEST_TIMEOUT_SECONDS),
  keepAliveMs: wholeMs(settings.KEEP_ALIVE_SECONDS),
  answerTimeoutMs: wholeMs(settings.ANSWER_TIMEOUT_SECONDS),
  maxConnections: settings.MAX_CONNECTIONS,
});

/** Node takes no part of a millisecond, and 0 for no limit. */
const wholeMs = (seconds: number): number => Math.ceil(seconds * 1000);

/** Who may call, and how often. */
export const doorSettings = (settings: Settings) => ({
  frontendKeys: settings.FRONTEND_KEYS ?? null,
  requestsPerAddress: addressLimit(settings.RATE_LIMIT_PER_ADDRESS, 3000),
  requestsPerKey: settings.RATE_LIMIT_PER_KEY,
  cartsPerAddress: addressLimit(settings.MAX_CARTS_PER_ADDRESS, 10),
  cartsPerKey: settings.MAX_CARTS_PER_KEY,
});

const addressLimit = (set: number | undefined, fallback: number) => ({
  most: set ?? fallback,
  countsLoopback: set !== undefined,
});

import { z } from 'zod';

import { part, port, setting } from '../kinds';

/** Where the process listens, and what it shows. */
export const processSettings = {
  PORT: setting(port(4000), { what: 'The port that GraphQL is served on. 0: any free one.' }),
  HOST: setting(z.string().min(1).default('127.0.0.1'), {
    what: 'The address to listen on.',
    why: 'The gateway speaks plain HTTP. Put a proxy that speaks TLS in front before you open it to the world.',
  }),
  PUBLIC_URL: setting(z.url({ protocol: /^https?$/ }).optional(), {
    what:
      'Where clients reach this gateway: the base of the addresses that it hands out. It may have a path ' +
      '(`https://example.com/tickets`); the proxy in front may strip that path or leave it.',
    byDefault: 'the `Host` of each request',
    expected: 'give the whole address, such as https://tickets.example.com',
  }),
  SHUTDOWN_DRAIN_SECONDS: setting(z.coerce.number().min(0).max(3600).optional(), {
    what: 'How long requests are still served after SIGTERM, while `/health/ready` returns 503.',
    unit: 'seconds',
    byDefault: '`10` seconds; `0` at a terminal',
    why: 'A load balancer needs some seconds to notice. Stop the process by force only 15 seconds after this time.',
  }),
  NODE_ENV: setting(z.string().default('development'), {
    what: '`production` turns off what is for developers: playground, introspection, forced polling.',
  }),
  LOG_LEVEL: setting(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'), {
    what:
      'How much is logged on standard error, as JSON lines or, in a terminal, as lines for people. `info`: a line for each ' +
      'request, upstream call and change of a cart.',
    expected: 'choose one of fatal, error, warn, info, debug, silent',
  }),
  LOG_READY_SAMPLE: setting(part(0.01), {
    what: 'The part of the ready answers (served whole from memory) that is logged. 0: none; 1: all.',
    why: 'They are most of the requests of a sale, all alike. Failures, and what is not a ready answer, are always logged.',
  }),
  METRICS: setting(z.stringbool().optional(), {
    what: 'Whether metrics for Prometheus are served at /metrics.',
    why: 'Anyone who reaches PORT can read them there. METRICS_PORT keeps them apart.',
    byDefault: '`true` with the sandbox inside; otherwise `false`',
    expected: 'give true or false',
  }),
  METRICS_PORT: setting(z.coerce.number().int().min(0).max(65_535).optional(), {
    what: 'A port of its own for /metrics, on the same HOST, instead of PORT. 0: any free one.',
    byDefault: 'none',
  }),
  PLAYGROUND: setting(z.stringbool().optional(), {
    what: 'Whether a browser gets GraphiQL at /playground and /graphql.',
    byDefault: '`true`; in production `false`',
    expected: 'give true or false',
  }),
  INTROSPECTION: setting(z.stringbool().optional(), {
    what: 'Whether clients may read the schema, by introspection and at /schema.graphql.',
    byDefault: '`true`; in production `false`, but for /schema.graphql with the sandbox inside',
    expected: 'give true or false',
  }),
  FEDERATION: setting(z.stringbool().default(false), {
    what: 'Whether the schema is a subgraph of Apollo Federation 2. `_service` is there only with INTROSPECTION.',
    why: 'See [behind a federation router](operator-guide.md#behind-a-federation-router).',
    expected: 'give true or false',
  }),
};

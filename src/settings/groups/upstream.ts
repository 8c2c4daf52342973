import { z } from 'zod';

import { count, setting } from '../kinds';

/** The Partner API, and how it is called. */
export const upstreamSettings = {
  PARTNER_API_URL: setting(z.string().optional(), {
    what: 'Base address of the Partner API, such as `https://app.ticketmaster.com/partners/v1`.',
    byDefault: 'the sandbox is started inside',
    why: 'Address, key and, where the account has one, secret are set together or not at all.',
  }),
  PARTNER_API_KEY: setting(z.string().min(1).optional(), {
    what: "The partner's API key.",
    byDefault: 'the sandbox is started inside',
  }),
  PARTNER_API_SECRET: setting(z.string().min(1).optional(), {
    what: "The partner's client secret, for access tokens.",
    byDefault: 'the sandbox is started inside',
    why: 'With edition `2018`, leave it out if the account has none: no token is sent then.',
  }),
  PARTNER_API_EDITION: setting(z.enum(['2015', '2018']).default('2015'), {
    what: 'The edition of the manual that upstream follows; the calls of each are in the [guide](operator-guide.md#calls-by-edition).',
    why: 'Partners today meet edition `2018`.',
    expected: 'choose 2015 or 2018',
  }),
  HTTPS_PROXY: setting(z.string().optional(), {
    what:
      'The HTTP proxy that calls to the Partner API go through, such as `http://user:password@proxy.example:3128`. ' +
      '`https_proxy` is read first.',
    byDefault: 'no proxy',
    why: 'An upstream on this machine, the sandbox for example, is always called directly.',
  }),
  NO_PROXY: setting(z.string().default(''), {
    what: 'Hosts that are called without the proxy, with commas between; `*` for all. `no_proxy` is read first.',
    byDefault: 'none',
  }),
  UPSTREAM_TIMEOUT_MS: setting(z.coerce.number().int().min(100).max(60_000).default(10_000), {
    what: 'How long one call to upstream may take.',
    unit: 'milliseconds',
  }),
  UPSTREAM_CONNECTIONS: setting(count(64, 1024), {
    what: 'Sockets to upstream, and so the number of calls at once.',
    unit: 'sockets',
  }),
  UPSTREAM_MAX_WAITING: setting(count(1000, 100_000), {
    what: 'Calls to upstream that may wait for a socket; more fail at once (`OVERLOADED`).',
    unit: 'calls',
  }),
  PARTNER_API_CALLS_PER_SECOND: setting(z.coerce.number().min(0).max(100_000).optional(), {
    what: "The rate that the partner's API key has upstream; 0: no limit.",
    unit: 'calls a second',
    byDefault: "learned from upstream's responses, beginning with 5",
    why: 'Set it where Ticketmaster stated it: what is learned costs a refused call now and then.',
  }),
  PARTNER_API_CALLS_PER_DAY: setting(z.coerce.number().int().min(0).max(1_000_000_000).optional(), {
    what: "The calls that the partner's API key has for a day; 0: no limit. The last fifth is for carts alone.",
    unit: 'calls',
    byDefault: "as upstream's `Rate-Limit` headers report",
  }),
  PARTNER_RESERVATIONS: setting(z.coerce.number().int().min(0).max(1_000_000).default(0), {
    what:
      'How many reservations the partner may have upstream at once; 0: not known. Shoppers over it stand in line until a ' +
      'cart is bought or given back.',
    unit: 'reservations',
  }),
  SHIPPING_PRECONFIGURED: setting(z.stringbool().default(false), {
    what: 'Whether upstream has a delivery option set for this partner, so that carts choose none.',
    expected: 'give true or false',
  }),
};

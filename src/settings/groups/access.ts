import { z } from 'zod';

import { limit, list, setting } from '../kinds';
import { isWebOrigin } from '../web-origin';

const address = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);
const origin = z.string().refine((text) => text === '*' || isWebOrigin(text));

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

/** Who may call, and how often. */
export const accessSettings = {
  ALLOWED_ORIGINS: setting(list.pipe(z.array(origin)).optional(), {
    what:
      'Origins whose pages may call, with commas between; `*` for any. Native shells have an origin, too, such as ' +
      '`capacitor://localhost`.',
    why:
      '`null` is not an origin that can be allowed: a sandboxed frame of any page sends it, so it would allow ' +
      'everyone. Write `*` if that is what you mean.',
    byDefault: 'none; with the sandbox `*`',
    expected:
      'give origins such as https://tickets.example.com or capacitor://localhost, without a path, with commas ' +
      'between, or *',
  }),
  TRUSTED_PROXIES: setting(list.pipe(z.array(address)).default([]), {
    what: 'Addresses (CIDR) of proxies whose `X-Forwarded-For` is believed, with commas between.',
    why: 'From anyone else the header could be forged, and the Partner API is sent the address that it names.',
    expected: 'give addresses or ranges such as 10.0.0.0/8, with commas between',
  }),
  FRONTEND_KEYS: setting(frontendKeys.optional(), {
    what: 'The frontends that may call, as `name:SHA-256 of the key in hex`, with commas between.',
    byDefault: 'anyone may call',
    expected:
      "give name:hash for each frontend, with commas between; the hash is its key's SHA-256 in hex, such as " +
      '`printf %s KEY | sha256sum` writes it',
  }),
  RATE_LIMIT_PER_ADDRESS: setting(limit(1_000_000).optional(), {
    what: 'Requests from one address (IPv6: from one /64); 0: no limit.',
    unit: 'requests a minute',
    byDefault: '`3000` requests a minute; loopback is not counted',
    why:
      "This machine's own addresses are counted only if the limit is set: by default, a local proxy that is not in " +
      '`TRUSTED_PROXIES` is not throttled.',
  }),
  RATE_LIMIT_PER_KEY: setting(limit(100_000_000).default(0), {
    what: "Requests with one frontend's key; 0: no limit.",
    unit: 'requests a minute',
  }),
  MAX_CARTS_PER_ADDRESS: setting(limit(1_000_000).optional(), {
    what:
      'Carts that one address may have open at once; 0: no limit. One more waits in line until one of them ends; if ten ' +
      'times as many wait, another is refused (`Throttled`).',
    unit: 'carts',
    byDefault: '`10` carts; loopback is not counted',
    why:
      'The Partner API limits the simultaneous reservations of a partner: one caller must not take them all. Which value ' +
      'fits which surroundings is in the [operator guide](operator-guide.md#many-shoppers-behind-one-address).',
  }),
  MAX_CARTS_PER_KEY: setting(limit(1_000_000).default(0), {
    what: 'Carts that one frontend may have open at once; 0: no limit. More wait in line, as with an address.',
    unit: 'carts',
  }),
  OPERATOR_TOKEN: setting(
    z
      .string()
      .regex(/^[\x21-\x7e]{32,1024}$/)
      .optional(),
    {
      what: "The operator's own token, for `/status/` and the queries `order(number:)` and `unredeemedOrders`.",
      byDefault: 'these are refused',
      expected: 'give at least 32 characters that cannot be guessed, without spaces',
    },
  ),
};

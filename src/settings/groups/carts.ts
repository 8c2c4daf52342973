import { z } from 'zod';

import { count, seconds, setting } from '../kinds';

/** Carts, and where their ledger is. */
export const cartSettings = {
  STATE_DIR: setting(z.string().min(1).default('.stagedoor'), {
    what: 'The folder of the ledger of carts. Created if it is missing; one process at a time.',
    why: 'Put it on a disk that outlives the machine or container: it names the seats that upstream holds for you.',
  }),
  DATABASE_URL: setting(
    z
      .string()
      .regex(/^postgres(ql)?:\/\/[^/]+\/./)
      .optional(),
    {
      what:
        'The PostgreSQL database that holds the ledger in place of `STATE_DIR`, for any number of processes. Secret, if it ' +
        'holds a password.',
      byDefault: 'the ledger is in `STATE_DIR`',
      expected: 'give the whole address, such as postgres://user:password@host:5432/name',
    },
  ),
  DATABASE_CONNECTIONS: setting(count(10, 1000), {
    what: 'Connections to the database for statements; one more listens for changes.',
    unit: 'connections',
    why: 'Statements are short. All processes together must stay below what the database, or its pooler, accepts.',
  }),
  QUEUE_MAX: setting(count(100_000, 10_000_000), {
    what: 'Carts that may stand in line for a reservation; more are refused (`Throttled`) with the time of the next room.',
    unit: 'carts',
  }),
  CART_LEASE_SECONDS: setting(seconds(240), {
    what: 'How long a shopper may be silent before the seats are given back.',
    unit: 'seconds',
    why:
      'Long enough to come back from the app of a bank: a phone may have thrown the page away meanwhile, without a word. ' +
      "A minute shorter than upstream's usual hold, so that the seats of those who vanish are free before.",
  }),
  CART_RELEASE_GRACE_SECONDS: setting(z.coerce.number().int().min(0).max(3600).default(10), {
    what: 'How long the seats are kept after the page was closed; a reloaded page asks for them again. 0: not at all.',
    unit: 'seconds',
    why: 'A reload closes the page, too. It is back within this time on a slow phone as well.',
  }),
  CART_GIVE_UP_SECONDS: setting(seconds(300), {
    what: 'How long an operation may poll before it is reported as failed.',
    unit: 'seconds',
  }),
};

import { z } from 'zod';

import { count, limit, port, seconds, setting } from '../kinds';

/** The sandbox. Read only where one is started. */
export const sandboxSettings = {
  SANDBOX_PORT: setting(port(0), { what: "The sandbox's port. 0: any free one." }),
  SANDBOX_EDITION: setting(z.enum(['2015', '2018']).optional(), {
    what: 'The edition of the manual that the sandbox follows.',
    byDefault: '`PARTNER_API_EDITION`; `2015` where the sandbox runs alone',
    expected: 'choose 2015 or 2018',
  }),
  SANDBOX_CAPTCHA: setting(z.enum(['none', 'required']).default('none'), {
    what: 'Whether the sandbox requires a captcha before a reserve.',
    expected: 'choose none or required',
  }),
  SANDBOX_POLLING_DEPTH: setting(z.coerce.number().int().min(0).max(100).default(0), {
    what: 'How often the sandbox answers 202 to each call that may poll.',
    unit: 'answers',
  }),
  SANDBOX_POLL_WAIT_SECONDS: setting(seconds(4), {
    what: "The `wait` of the sandbox's 202.",
    unit: 'seconds',
  }),
  SANDBOX_HOLD_SECONDS: setting(seconds(299), { what: 'How long the sandbox holds seats.', unit: 'seconds' }),
  SANDBOX_RESERVATION_LIMIT: setting(count(50, 1_000_000), {
    what: 'How many carts the sandbox lets the partner hold at once; over it, reserves poll.',
    unit: 'carts',
  }),
  SANDBOX_CALLS_PER_SECOND: setting(limit(100_000).default(0), {
    what: "How many calls a second the sandbox's gate admits, evenly spaced. 0: no limit.",
    unit: 'calls',
  }),
  SANDBOX_CALLS_PER_DAY: setting(limit(1_000_000_000).default(0), {
    what: "How many calls a day the sandbox's gate admits. 0: no limit.",
    unit: 'calls',
  }),
};

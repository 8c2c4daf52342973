import { POLL, type Result, TWO_TICKETS, askOne } from '../../support/carts';
import { CREATE } from '../../support/carts';
import { type House, openHouse } from '../../support/house';
import type { SandboxOptions } from '../../../src/sandbox/sandbox';

/** Smaller than the spacing of the calls, so that upstream sees each at its time. */
export const STEP_MS = 20;

/** A house whose upstream has a rate, stated to the gateway or not. */
export const openMorning = (
  callsPerSecond: number,
  {
    isStated = true,
    sandbox = {},
    env = {},
    ...more
  }: { isStated?: boolean; sandbox?: SandboxOptions; env?: Record<string, string> } & Pick<
    NonNullable<Parameters<typeof openHouse>[0]>,
    'store' | 'clock'
  > = {},
): Promise<House> =>
  openHouse({
    sandbox: { quota: { callsPerSecond }, ...sandbox },
    env: {
      TRUSTED_PROXIES: '127.0.0.0/8',
      RATE_LIMIT_PER_ADDRESS: '0',
      MAX_CARTS_PER_ADDRESS: '1000',
      SANDBOX_CALLS_PER_SECOND: String(callsPerSecond),
      ...(isStated && { PARTNER_API_CALLS_PER_SECOND: String(callsPerSecond) }),
      ...env,
    },
    ...more,
  });

/** What a shopper came to, and when. */
export interface Outcome {
  readonly result: Result;
  readonly atMs: number;
  /** The places in line that the shopper was shown. */
  readonly places: readonly { position: number; estimatedWaitSeconds: number }[];
}

/** A shopper with an address: creates a cart, and polls as the schema asks until something else than `Pending` comes. */
export async function shop(house: House, ip: string, more: Record<string, unknown> = {}): Promise<Outcome> {
  const headers = { 'x-forwarded-for': ip };
  let result = await askOne(house, CREATE, { input: { ...TWO_TICKETS, ...more } }, headers);
  const places: Outcome['places'][number][] = [];
  while (result.__typename === 'Pending') {
    if (result.queue) places.push(result.queue);
    const waitMs = (result.waitSeconds as number) * 1000;
    await new Promise<void>((resolve) => house.clock.after(waitMs, resolve));
    result = await askOne(house, POLL, { token: result.token as string }, headers);
  }
  return { result, atMs: house.clock.now(), places };
}

/** Calls that the sandbox's gate refused, and all that it saw. */
export const calls = ({ sandbox }: House) => {
  const { admitted, refusedByRate, refusedByDay } = sandbox.report().quota;
  return { refused: refusedByRate + refusedByDay, all: admitted + refusedByRate + refusedByDay };
};

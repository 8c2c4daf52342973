import { print } from '../logger';
import { type EditionName, startSandbox } from '../sandbox/sandbox';
import type { SandboxSettings } from '../settings';

/** Starts a sandbox as its settings describe it, of `edition` where they name none. */
export const openSandbox = (settings: SandboxSettings, edition: EditionName = '2015') =>
  startSandbox({
    edition: settings.SANDBOX_EDITION ?? edition,
    port: settings.SANDBOX_PORT,
    captcha: settings.SANDBOX_CAPTCHA,
    pollingDepth: settings.SANDBOX_POLLING_DEPTH,
    pollWaitSeconds: settings.SANDBOX_POLL_WAIT_SECONDS,
    holdSeconds: settings.SANDBOX_HOLD_SECONDS,
    reservationLimit: settings.SANDBOX_RESERVATION_LIMIT,
    quota: {
      callsPerSecond: settings.SANDBOX_CALLS_PER_SECOND,
      callsPerDay: settings.SANDBOX_CALLS_PER_DAY,
    },
  });

/** `stagedoor sandbox`: the sandbox alone, for frontends and tests that bring their own gateway. */
export async function runSandbox(settings: SandboxSettings): Promise<() => Promise<void>> {
  const sandbox = await openSandbox(settings);
  print(
    `The sandbox stands in for the Partner API at ${sandbox.url}`,
    `  PARTNER_API_KEY     ${sandbox.apiKey}`,
    `  PARTNER_API_SECRET  ${sandbox.apiSecret}`,
    `  Report              ${sandbox.origin}/report`,
  );
  return () => sandbox.close();
}

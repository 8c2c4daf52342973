import { startChild } from '../../support/child.mjs';
import { temporaryFolder } from '../../support/leave-nothing.mjs';

/** More reservations than any rehearsal makes. */
const UNLIMITED = 1_000_000;
/** Settings of the gateway under which each shopper has an address of their own, as behind a proxy. */
const BEHIND_A_PROXY = { TRUSTED_PROXIES: '127.0.0.0/8' };

/**
 * Starts a sandbox and a gateway before it, each in a process of its own, on this machine's loopback address only.
 *
 * @param sale the nights on sale, their seats, and how many `others` there are.
 * @param callsPerSecond the sandbox's quota; the gateway has it in its settings if `isStated`.
 * @param reservations how many the partner may have at once; 0: no limit.
 * @param env further settings of the gateway.
 */
export async function openStage({
  sale,
  callsPerSecond,
  isStated,
  reservations = 0,
  polls = 0,
  pollWait = 1,
  holdSeconds = 299,
  env = {},
}) {
  const sandbox = await startChild('../rehearsal/stage/sandbox-process.mjs', {
    sale,
    quota: { callsPerSecond },
    reservationLimit: reservations || UNLIMITED,
    pollingDepth: polls,
    pollWaitSeconds: pollWait,
    holdSeconds,
  });
  const { url, apiKey, apiSecret } = sandbox.facts;
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url, apiKey, apiSecret },
    stateDir: temporaryFolder(),
    env: {
      ...BEHIND_A_PROXY,
      CART_LEASE_SECONDS: '120',
      ...(isStated && { PARTNER_API_CALLS_PER_SECOND: String(callsPerSecond) }),
      ...(reservations > 0 && { PARTNER_RESERVATIONS: String(reservations) }),
      ...env,
    },
  });
  return {
    gatewayUrl: gateway.facts.url,
    /** What the sandbox counted so far. */
    counts: () => sandbox.ask('counts'),
    /** What the gateway's process uses after a garbage collection, in bytes. */
    gatewayMemory: () => gateway.ask('memory'),
    /** What the gateway's process uses as it is: memory in bytes, file descriptors, processor time. */
    gatewayResources: () => gateway.ask('resources'),
    async close() {
      await Promise.all([gateway.stop(), sandbox.stop()]);
    },
  };
}

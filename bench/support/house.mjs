import { startChild } from './child.mjs';
import { temporaryFolder } from './leave-nothing.mjs';
import { directShopper, gatewayShopper } from './shoppers.mjs';

/**
 * A sandbox and a gateway before it, each in a process of its own, with a shopper for either. `polls` is how often
 * every call that may poll does so, `pollWaitSeconds` upstream's wait each time.
 */
export async function openHouse({ polls, pollWaitSeconds }) {
  const sandbox = await startChild('./sandbox-process.mjs', { pollingDepth: polls, pollWaitSeconds });
  const { url, apiKey, apiSecret, eventIds } = sandbox.facts;
  const gateway = await startChild('./gateway-process.mjs', {
    upstream: { url, apiKey, apiSecret },
    stateDir: temporaryFolder(),
  });
  const direct = await directShopper({ facts: sandbox.facts, polls });
  const throughGateway = gatewayShopper({ gatewayUrl: gateway.facts.url, facts: sandbox.facts });
  return {
    eventIds,
    gatewayUrl: gateway.facts.url,
    direct,
    throughGateway,
    /** The sandbox's own account of what happened. */
    report: () => sandbox.ask('report'),
    /** What the gateway's process uses after a garbage collection, in bytes. */
    gatewayMemory: () => gateway.ask('memory'),
    async close() {
      await Promise.all([direct.close(), throughGateway.close()]);
      await Promise.all([gateway.stop(), sandbox.stop()]);
    },
  };
}

import { isIP } from 'node:net';
import type { Observations } from '../report/observations';
import type { Call } from '../server/call';

/**
 * "All ticketing and polling requests must include the header True-Client-IP." A missing or invalid one counts as a
 * violation; the call is served all the same.
 */
export function observeClientAddress({ route, headers }: Call, observations: Observations): void {
  if (route === 'token') return;
  const address = headers['true-client-ip'];
  if (address === undefined) observations.violation('missingClientIp', `${route} without True-Client-IP`);
  else if (isIP(String(address)) === 0) {
    observations.violation('invalidClientIp', `${route} with True-Client-IP ${String(address)}`);
  }
}

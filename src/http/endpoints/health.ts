import type { HealthReport } from '../../health/health';
import { sendJson } from '../response';
import type { Route } from '../routes';

/**
 * `/health/live`: the process runs. `/health/ready`: whether requests may be sent here, with every part by name: 200, also
 * while upstream is down (`degraded`), 503 where the ledger fails or the gateway is closing. `/health` is the same: people
 * and balancers that ask for just that want to know this.
 */
export const healthRoutes = (
  report: () => Promise<HealthReport>,
  isClosing: () => boolean,
): readonly Route[] => [
  { path: /^\/health\/live$/, handle: (_, response) => sendJson(response, 200, { status: 'live' }) },
  {
    path: /^\/health(?:\/ready)?$/,
    handle: async (_, response) => {
      if (isClosing()) return sendJson(response, 503, { status: 'closing' });
      const health = await report();
      return sendJson(response, health.status === 'failed' ? 503 : 200, health);
    },
  },
];

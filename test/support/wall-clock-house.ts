import { pino } from 'pino';

import { startGateway } from '../../src/gateway';
import type { Sandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';
import { startSandboxByDay } from './by-day';
import { TEST_EDITION } from './edition';

/** A gateway with a sandbox inside, as `npm start` opens it: for clients that keep to no clock but the wall's. */
export interface WallClockHouse {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly close: () => Promise<void>;
}

/** How long upstream makes callers wait in a poll. */
const POLL_WAIT_SECONDS = 0.3;

/** Opens a house that goes by the wall's clock. `env` are settings of the gateway. */
export async function openWallClockHouse(env: Record<string, string> = {}): Promise<WallClockHouse> {
  const sandbox = await startSandboxByDay({ pollWaitSeconds: POLL_WAIT_SECONDS });
  const settings = readSettings({
    PORT: '0',
    LOG_LEVEL: 'silent',
    PARTNER_API_EDITION: TEST_EDITION,
    ...env,
  });
  const logger = pino({ level: settings.LOG_LEVEL });
  const gateway = await startGateway(settings, sandbox, logger, { store: new MemoryStore() });
  return {
    url: gateway.url,
    sandbox,
    close: async () => {
      await gateway.close();
      await sandbox.close();
    },
  };
}

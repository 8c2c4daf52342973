import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { pino } from 'pino';

import { startGateway } from '../../src/gateway';
import type { SandboxReport } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';
import { startSandboxByDay } from '../support/by-day';
import { TWO_TICKETS } from '../support/carts';
import { TEST_EDITION } from '../support/edition';

/** A browser keeps to no clock but the wall's, so here the whole house goes by that. */
export interface Shop {
  /** Where the shop's page is: it buys two tickets when it is opened. Of another origin than the gateway. */
  readonly page: (...ways: ('slowly' | 'silently')[]) => string;
  /** A page of the shop that buys nothing. */
  readonly elsewhere: string;
  readonly report: () => SandboxReport;
  /** Resolves to the sandbox's report as soon as `condition` holds for it. Throws when it does not within `withinMs`. */
  readonly reports: (
    condition: (report: SandboxReport) => boolean,
    withinMs: number,
  ) => Promise<SandboxReport>;
}

/** How often the report is looked at. */
const LOOK_EVERY_MS = 20;

/**
 * Opens a shop with a gateway and its sandbox.
 *
 * @param pollWaitSeconds the `wait` of a call that polls.
 * @param opened receives each part's function to close it, as soon as it is open. The last has to be closed first.
 */
export async function openShop(
  pollWaitSeconds: number,
  opened: (close: () => Promise<void>) => void,
): Promise<Shop> {
  const pages = await servePages();
  opened(pages.close);
  const sandbox = await startSandboxByDay({ pollWaitSeconds });
  opened(() => sandbox.close());
  const settings = readSettings({
    PORT: '0',
    PARTNER_API_EDITION: TEST_EDITION,
    LOG_LEVEL: 'silent',
    ALLOWED_ORIGINS: pages.origin,
    CART_RELEASE_GRACE_SECONDS: '1',
  });
  const gateway = await startGateway(settings, sandbox, pino({ level: settings.LOG_LEVEL }), {
    store: new MemoryStore(),
  });
  opened(() => gateway.close());
  return {
    page: (...ways) => {
      const asked = new URLSearchParams({ gateway: gateway.url, input: JSON.stringify(TWO_TICKETS) });
      for (const way of ways) asked.set(way, '');
      return `${pages.origin}/shop?${asked.toString()}`;
    },
    elsewhere: `${pages.origin}/elsewhere`,
    report: () => sandbox.report(),
    reports: async (condition, withinMs) => {
      const untilMs = performance.now() + withinMs;
      for (;;) {
        const report = sandbox.report();
        if (condition(report)) return report;
        if (performance.now() > untilMs) {
          throw new Error(`It did not come about in ${withinMs} ms: ${JSON.stringify(report, null, 2)}`);
        }
        await pause(LOOK_EVERY_MS);
      }
    },
  };
}

async function servePages() {
  const shop = readFileSync(join(__dirname, 'shop.html'));
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(request.url?.startsWith('/shop?') ? shop : '<!doctype html><title>Elsewhere</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

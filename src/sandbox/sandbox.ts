import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Fault } from './faults/faults';
import type { SandboxOptions } from './options';
import { reportOf, type SandboxReport } from './report/report';
import { BASE_PATH, sandboxServer } from './server/server';
import { createServices } from './services';

export type { EditionName } from './editions';
export type { Fault } from './faults/faults';
export type { QuotaOptions, RateSpelling } from './gate/quota/quota-options';
export type { SandboxOptions } from './options';
export type { SandboxReport } from './report/report';
export type { RouteName } from './routes/route-names';
export type { SandboxClock } from './time/clock';

/** A running sandbox. */
export interface Sandbox {
  /** The base URL of the API, for example `http://127.0.0.1:1234/partners/v1`. */
  url: string;
  /** The base URL of `/report` and `/faults`, for example `http://127.0.0.1:1234`. */
  origin: string;
  apiKey: string;
  apiSecret: string;
  /** What has happened so far and what is open now. */
  report(): SandboxReport;
  /** Replaces all faults. */
  setFaults(faults: Fault[]): void;
  /** Aborts all requests and stops. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in Partner API over HTTP.
 * @throws Error if it cannot listen.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0 } = options;
  let origin = '';
  const services = createServices(options, () => origin + BASE_PATH);
  const server = sandboxServer(services);
  server.listen(port, host);
  await once(server, 'listening');
  const authority = host.includes(':') ? `[${host}]` : host;
  origin = `http://${authority}:${(server.address() as AddressInfo).port}`;

  const { partner, schedule, faults } = services;
  return {
    url: origin + BASE_PATH,
    origin,
    apiKey: partner.apiKey,
    apiSecret: partner.apiSecret,
    report: () => {
      schedule.catchUp();
      return reportOf(services);
    },
    setFaults: (list) => faults.set(list),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      schedule.close();
      await closed;
    },
  };
}

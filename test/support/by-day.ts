import { type CatalogueEvent, catalogue } from '../../src/sandbox/catalogue/catalogue';
import { TEST_EDITION } from './edition';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/sandbox';

/**
 * Starts a sandbox for a test that goes by the wall's clock: its hosts are not down at whatever hour the test runs,
 * since the clocks of all its venues show about noon.
 */
export const startSandboxByDay = (options: SandboxOptions = {}): Promise<Sandbox> => {
  const timeZone = zoneOfNoon(Date.now());
  return startSandbox({
    edition: TEST_EDITION,
    events: catalogue().map((event) => movedTo(timeZone, event)),
    ...options,
  });
};

/** A zone in which it is between 12:00 and 13:00 at `nowMs`. The sign in the names of these is the wrong way round. */
function zoneOfNoon(nowMs: number): string {
  const hoursBehind = new Date(nowMs).getUTCHours() - 12;
  return `Etc/GMT${hoursBehind < 0 ? '' : '+'}${hoursBehind}`;
}

/** A copy of `event` that says `timeZone` wherever it said its venue's own. */
function movedTo(timeZone: string, event: CatalogueEvent): CatalogueEvent {
  if (event.timeZone === null) return event;
  const text = JSON.stringify(event);
  return JSON.parse(
    text.replaceAll(JSON.stringify(event.timeZone), JSON.stringify(timeZone)),
  ) as CatalogueEvent;
}

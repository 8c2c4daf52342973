import { drainSecondsOf, readSettings } from '../../src/settings';

/** The time in which what is under way ends after the drain, as the settings' page and the operator guide state it. */
export const CLOSING_SECONDS = 15;

/** How long a gateway drains that is not at a terminal, with these settings. */
export const drainSeconds = (env: Record<string, string> = {}): number =>
  drainSecondsOf(readSettings(env), false);

/** The connections that a gateway takes by default. */
export const maxConnections = (): number => readSettings({}).MAX_CONNECTIONS;

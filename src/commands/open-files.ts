import { readFileSync } from 'node:fs';

import type { Settings } from '../settings';

/** Files of the ledger and of pages, pipes, and connections that are accepted only to be closed. */
const OTHER_FILES = 200;

/**
 * How many files this process may have open, connections included: what `ulimit -n` prints, since Node raises its own
 * limit as far as it may. `Infinity`: there is no limit; undefined: the operating system does not show it.
 */
export function openFilesLimit(): number | undefined {
  try {
    const [, soft] = /^Max open files +(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === 'unlimited' ? Infinity : soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}

/**
 * What operators should know of the limit of open files; null: it suffices, or is not known.
 *
 * @param limit as `openFilesLimit` returns it.
 */
export function openFilesNotice(
  {
    MAX_CONNECTIONS: most,
    UPSTREAM_CONNECTIONS: upstream,
    sandbox,
  }: Pick<Settings, 'MAX_CONNECTIONS' | 'UPSTREAM_CONNECTIONS' | 'sandbox'>,
  limit: number | undefined,
): string | null {
  // A sandbox inside has the other end of each connection to upstream.
  const needed = most + upstream * (sandbox === null ? 1 : 2) + OTHER_FILES;
  if (limit === undefined || limit >= needed) return null;
  const room = limit - needed + most;
  const orLower = room > 0 ? `, or lower MAX_CONNECTIONS to ${room}` : '';
  return (
    `This process may have ${limit} files open, but ${most} connections (MAX_CONNECTIONS) need ${needed}: ` +
    `raise the limit (ulimit -n ${needed}; systemd: LimitNOFILE=${needed})${orLower}.`
  );
}

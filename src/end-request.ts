import { readFileSync } from 'node:fs';

/** How often it is checked whether the parent process is still there. */
const LOOK_EVERY_MS = 500;

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Why the process has to end. */
export type EndReason = (typeof SIGNALS)[number] | 'parent ended';

/**
 * Resolves as soon as the process has to end: at the first signal, or once the parent has ended. A second signal ends the
 * process at once, which is safe: the ledger has every step.
 *
 * Call it first of all: a process with the id 1 ignores signals that it does not handle.
 *
 * @param isRunByNpm whether npm or npx runs the process as a script. npm passes SIGTERM on to the shell between them alone,
 *   which ends, and the process would be left running without a parent. Other parents may end before, as `nohup` does.
 */
export function endRequest(isRunByNpm: boolean): Promise<EndReason> {
  return new Promise((resolve) => {
    let isRequested = false;
    const request = (reason: EndReason): void => {
      if (isRequested && reason !== 'parent ended') process.exit(1);
      isRequested = true;
      resolve(reason);
    };
    for (const signal of SIGNALS) process.on(signal, () => request(signal));
    if (!isRunByNpm) return;
    const before = starters();
    const look = setInterval(() => {
      if (starters() === before) return;
      clearInterval(look);
      request('parent ended');
    }, LOOK_EVERY_MS);
    look.unref();
  });
}

/**
 * The ids of the processes that end with npm: the parent and, where that is the shell in between, npm. A shell would stay
 * where npm is killed. Only Linux shows its parent.
 */
function starters(): string {
  const { ppid } = process;
  try {
    const [, name = '', ppidOfParent] =
      /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${ppid}/stat`, 'utf8')) ?? [];
    return /^(npm|node)/.test(name) ? String(ppid) : `${ppid} ${ppidOfParent}`;
  } catch {
    return String(ppid);
  }
}

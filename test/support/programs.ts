import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const started: ChildProcess[] = [];

/** Kills every program that was started. For `afterEach`. */
export const killPrograms = (): void => started.splice(0).forEach((child) => void child.kill('SIGKILL'));

/** The process id of the only child of a process, as Linux lists it. */
export const onlyChildOf = ({ pid }: ChildProcess): number =>
  Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());

/**
 * Starts a program.
 *
 * @param options its environment, with nothing in it but what is given and `PATH`; its folder, by default a new one, since
 *   a ledger goes where the process runs.
 */
export function startProgram(
  program: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
) {
  const child: ChildProcess = spawn(program, args, {
    env: { PATH: process.env['PATH'], ...options.env },
    cwd: options.cwd ?? mkdtempSync(join(tmpdir(), 'stagedoor-')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const closed = once(child, 'close');
  return {
    child,
    /** What it has printed so far. */
    printed: () => printed,
    /** The first match of `pattern` in what is printed, as soon as it is. */
    saw: async (pattern: RegExp): Promise<string> => {
      for (;;) {
        const found = pattern.exec(printed)?.[1];
        if (found !== undefined) return found;
        await Promise.race([
          once(child.stdout as NodeJS.ReadableStream, 'data'),
          once(child.stderr as NodeJS.ReadableStream, 'data'),
          closed,
        ]);
        if (child.exitCode !== null) throw new Error(`It ended: ${printed}`);
      }
    },
    /** Its exit code, once it has ended and all that it printed has arrived. */
    ended: async (): Promise<number | null> => {
      await closed;
      return child.exitCode;
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const MAIN = join(__dirname, '..', '..', 'dist', 'main.js');

/** The built gateway in a process of its own, which is started again at the same port whenever it has ended. */
export class GatewayProcess {
  #child: ChildProcess;
  #url: string | null = null;
  #isFrozen = false;
  #isClosed = false;

  constructor(private readonly settings: Readonly<Record<string, string>>) {
    this.#child = this.#start();
  }

  /** Where it listens; null while it starts, or while it is frozen. */
  get url(): string | null {
    return this.#isFrozen ? null : this.#url;
  }

  /** Ends it without a word. It starts again by itself. */
  kill(): void {
    this.#url = null;
    this.#child.kill('SIGKILL');
  }

  /** Stops it in whatever it does, and lets it go on after `ms`. */
  async freezeFor(ms: number): Promise<void> {
    const child = this.#child;
    this.#isFrozen = true;
    child.kill('SIGSTOP');
    await pause(ms);
    child.kill('SIGCONT');
    this.#isFrozen = false;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }

  #start(): ChildProcess {
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH: process.env['PATH'], ...this.settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      this.#url ??= /open at (http:\S+)\/graphql/.exec(printed)?.[1] ?? null;
    });
    child.once('exit', () => {
      this.#url = null;
      if (!this.#isClosed) this.#child = this.#start();
    });
    return child;
  }
}

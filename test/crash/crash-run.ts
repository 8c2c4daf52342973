import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Sandbox, SandboxOptions, SandboxReport } from '../../src/sandbox/sandbox';
import { startSandboxByDay } from '../support/by-day';
import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE } from '../support/checkout';
import { ask } from '../support/house';

/** What became of one life of a gateway that was killed at some point, and of the next that took over. */
export interface CrashRun {
  /** The point at which it died; null when it lived to the end of the journey. */
  readonly diedAt: string | null;
  /** What a client that came back with its last token, or its idempotency key, was told in the end. */
  readonly toldAfterwards: Result;
  readonly report: SandboxReport;
}

/** Real time is short here: waits of a third of a second, leases of two seconds. */
const ENV = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  UPSTREAM_TIMEOUT_MS: '1000',
  CART_LEASE_SECONDS: '2',
  SHIPPING_PRECONFIGURED: 'true',
};

class GatewayProcess {
  readonly #child: ChildProcess;
  #printed = '';

  constructor(sandbox: Sandbox, stateDir: string, crashAt: number) {
    this.#child = spawn(process.execPath, [join(__dirname, 'crashing-gateway.cjs'), String(crashAt)], {
      env: {
        PATH: process.env['PATH'],
        ...ENV,
        STATE_DIR: stateDir,
        PARTNER_API_URL: sandbox.url,
        PARTNER_API_KEY: sandbox.apiKey,
        PARTNER_API_SECRET: sandbox.apiSecret,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.#printed += chunk.toString()));
  }

  /** Where it listens, or null when it died before it did. */
  async url(): Promise<string | null> {
    for (;;) {
      const url = /open at (\S+)/.exec(this.#printed)?.[1];
      if (url !== undefined || this.isDead) return url ?? null;
      await pause(10);
    }
  }

  get isDead(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get lastPoint(): string {
    return [...this.#printed.matchAll(/^point \d+ (.*)$/gm)].at(-1)?.[1] ?? 'none';
  }

  async died(): Promise<void> {
    if (!this.isDead) await once(this.#child, 'exit');
  }

  async kill(): Promise<void> {
    if (this.isDead) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

/** What a client's journey comes to, after it has reserved. */
export type Goal = 'delete' | 'purchase';

/** What a client is told at the end of a journey on which nothing dies. */
const TOLD_AT_THE_GOAL = { delete: 'CartDeleted', purchase: 'PurchaseReceipt' } as const;

/** A client's whole journey: reserve, follow, delete or buy, follow. */
class Client {
  #token: string | null = null;
  #cartId: string | null = null;

  constructor(
    readonly key: string,
    private readonly captchaToken: string | null,
    private readonly goal: Goal,
  ) {}

  /** What it was told in the end; null where a call was not answered, since the gateway died over it. */
  async journey(url: string): Promise<Result> {
    try {
      // A first event read warms up a process that has just started on a busy machine.
      for (let tries = 0; tries < 5; tries++) {
        const { errors } = await ask(url, `{ event(id: "${TWO_TICKETS.eventId}") { id } }`);
        if (!errors) break;
      }
      const held = await this.#follow(url, await this.#create(url));
      if (held.__typename !== 'Cart') return held;
      this.#cartId = held.id as string;
      return await this.#follow(url, await (this.goal === 'delete' ? this.#delete(url) : this.#buy(url)));
    } catch {
      return null;
    }
  }

  /** Comes back with the last token, or, where no answer ever came, with the same request. A buyer tries to buy again. */
  async comeBack(url: string): Promise<Result> {
    if (this.goal === 'purchase' && this.#cartId !== null) return this.#follow(url, await this.#buy(url));
    const first =
      this.#token === null ? await this.#create(url) : await this.#one(url, POLL, { token: this.#token });
    return this.#follow(url, first);
  }

  async #delete(url: string): Promise<Result> {
    return this.#one(url, DELETE, { input: { cartId: this.#cartId } });
  }

  async #buy(url: string): Promise<Result> {
    const input = { cartId: this.#cartId, buyer: BUYER, method: { invoiceReference: '4711' } };
    await this.#one(url, PAY, { input });
    return this.#one(url, PURCHASE, { input: { cartId: this.#cartId, expectedTotal: '50.00' } });
  }

  async #create(url: string): Promise<Result> {
    const input = {
      ...TWO_TICKETS,
      idempotencyKey: this.key,
      ...(this.captchaToken !== null && { captchaToken: this.captchaToken }),
    };
    return this.#one(url, CREATE, { input });
  }

  async #follow(url: string, first: Result): Promise<Result> {
    let result = first;
    while (result.__typename === 'Pending') {
      this.#token = result.token as string;
      const query = this.goal === 'delete' ? POLL : POLL_CHECKOUT;
      result = await this.#one(url, query, { token: this.#token, wait: 1 });
    }
    return result;
  }

  async #one(url: string, query: string, variables: Record<string, unknown>): Promise<Result> {
    const { data, errors } = await ask(url, query, variables, FORCE_POLLING);
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as Record<string, Result>)[0];
  }
}

/**
 * Lets a gateway live through a client's journey until it dies at point number `crashAt`, starts the next on the same
 * ledger, lets the client come back and then vanish, and waits until nothing is open upstream.
 */
export async function crashRun(
  crashAt: number,
  options: SandboxOptions,
  goal: Goal = 'delete',
): Promise<CrashRun> {
  const stateDir = mkdtempSync(join(tmpdir(), 'stagedoor-crash-'));
  const sandbox = await startSandboxByDay({
    pollWaitSeconds: 0.3,
    forcedPollingDepth: 2,
    shipping: 'preconfigured',
    ...options,
  });
  const captchaToken = options.captcha === 'required' ? `solved-${crashAt}` : null;
  const client = new Client(`crash-${crashAt}`, captchaToken, goal);
  const processes: GatewayProcess[] = [];
  try {
    const first = new GatewayProcess(sandbox, stateDir, crashAt);
    processes.push(first);
    const url = await first.url();
    const told = url === null ? null : await client.journey(url);
    if (told === null) await first.died();
    const diedAt = first.isDead ? first.lastPoint : null;
    if (diedAt === null && told.__typename !== TOLD_AT_THE_GOAL[goal])
      throw new Error(`Nothing died, and yet the journey ended with ${JSON.stringify(told)}.`);

    const second = new GatewayProcess(sandbox, stateDir, 0);
    if (diedAt === null) await first.kill();
    processes.push(second);
    const nextUrl = diedAt === null ? null : await second.url();
    const toldAfterwards = nextUrl === null ? null : await client.comeBack(nextUrl);
    await quiet(sandbox, 20_000);
    return { diedAt, toldAfterwards, report: sandbox.report() };
  } finally {
    await Promise.all(processes.map((process) => process.kill()));
    await sandbox.close();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** Waits until no cart is open at the sandbox, or `withinMs` have gone by. */
async function quiet(sandbox: Sandbox, withinMs: number): Promise<void> {
  const untilMs = Date.now() + withinMs;
  while (sandbox.report().openCarts > 0 && Date.now() < untilMs) await pause(50);
}

/** How many lives are lived side by side: each mostly waits. */
const AT_ONCE = 6;

/** Crashes at every point there is, from the first on until a life comes to its end without dying. */
export async function crashEverywhere(
  options: Parameters<typeof crashRun>[1],
  goal: Goal,
  from = 1,
): Promise<CrashRun[]> {
  const runs: CrashRun[] = [];
  let next = from;
  let livedOn = false;
  const worker = async () => {
    while (!livedOn) {
      const run = await crashRun(next++, options, goal);
      if (run.diedAt === null) livedOn = true;
      runs.push(run);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return runs;
}

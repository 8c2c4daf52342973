import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { pino } from 'pino';

import { startGateway } from '../../src/gateway';
import type { Sandbox, SandboxOptions, SandboxReport } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { startSandboxByDay } from '../support/by-day';
import { TEST_EDITION } from '../support/edition';
import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE } from '../support/checkout';
import { ask } from '../support/house';

/** The outcome of one run of a gateway that was killed at some point, and of the next gateway that took over. */
export interface CrashRun {
  /** The point at which it died. Null if it survived the journey. */
  readonly diedAt: string | null;
  /** The last result of a client that came back with its last token, or its idempotency key. */
  readonly resultAfterwards: Result;
  readonly report: SandboxReport;
}

/** Real time is short here: waits of a third of a second, leases of two seconds. */
const ENV = {
  PORT: '0',
  LOG_LEVEL: 'silent',
  UPSTREAM_TIMEOUT_MS: '2000',
  CART_LEASE_SECONDS: '2',
  SHIPPING_PRECONFIGURED: 'true',
  PARTNER_API_CALLS_PER_SECOND: '0',
};

/** A call counts as interrupted after three times the time-out, so nearly every run waits that long. */
const NEXT_LIFE = { UPSTREAM_TIMEOUT_MS: '1000' };

/** How a journey can fail on a busy machine: a call upstream timed out, or the lease ended between two calls. */
const TOO_LATE = ['TIMEOUT', 'OUTCOME_UNKNOWN', 'CART_RELEASED'];

/** The machine was too busy for the journey, and not the gateway wrong. */
class TooLate extends Error {}
/** How often such a journey is tried. */
const MOST_TRIES = 4;
/** How long a gateway may take to be dead after it left a call without an answer. */
const DEATH_MS = 5000;

/** The settings of a gateway in front of a sandbox. */
const settingsFor = (sandbox: Sandbox, stateDir: string, goal: Goal): Record<string, string> => ({
  ...ENV,
  PARTNER_API_EDITION: TEST_EDITION,
  // No call names the cart in line while the one before it is deleted: that may take longer than the usual lease here.
  ...(goal === 'stand' && { PARTNER_RESERVATIONS: '1', CART_LEASE_SECONDS: '6' }),
  STATE_DIR: stateDir,
  PARTNER_API_URL: sandbox.url,
  PARTNER_API_KEY: sandbox.apiKey,
  PARTNER_API_SECRET: sandbox.apiSecret,
});

class GatewayProcess {
  readonly #child: ChildProcess;
  #printed = '';

  constructor(settings: Record<string, string>, crashAt: number) {
    this.#child = spawn(process.execPath, [join(__dirname, 'crashing-gateway.cjs'), String(crashAt)], {
      env: { PATH: process.env['PATH'], ...settings },
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

  /** Whether it is dead, or dies within `withinMs`. */
  async dies(withinMs: number): Promise<boolean> {
    if (!this.isDead) await Promise.race([once(this.#child, 'exit'), pause(withinMs)]);
    return this.isDead;
  }

  async kill(): Promise<void> {
    if (this.isDead) return;
    this.#child.kill('SIGKILL');
    await once(this.#child, 'exit');
  }
}

/**
 * What a client's journey comes to, after it has reserved. `stand`: it stands in line behind another cart, the only one that
 * the partner may have, which is then deleted, until it has its seats.
 */
export type Goal = 'delete' | 'purchase' | 'stand';

/** The last result of a journey during which nothing dies. */
const RESULT_AT_THE_GOAL = { delete: 'CartDeleted', purchase: 'PurchaseReceipt', stand: 'Cart' } as const;

/** A client's whole journey: reserve, follow, delete or buy, follow. */
class Client {
  #token: string | null = null;
  #cartId: string | null = null;
  /** The cart that stands before this client's. */
  #beforeId: string | null = null;
  #calledAtMs = Date.now();
  #longestPauseMs = 0;

  constructor(
    readonly key: string,
    private readonly captchaToken: string | null,
    private readonly goal: Goal,
  ) {}

  /** Its last result. Throws if a call is not answered, for example because the gateway dies. */
  async journey(url: string): Promise<Result> {
    // A first event read warms up a process that has just started on a busy machine.
    for (let tries = 0; tries < 5; tries++) {
      const { errors } = await ask(url, `{ event(id: "${TWO_TICKETS.eventId}") { id } }`);
      if (!errors) break;
    }
    if (this.goal === 'stand') await this.#standInLine(url);
    const held = await this.#follow(url, await this.#create(url));
    if (this.goal === 'stand') return held;
    if (held.__typename !== 'Cart') return held;
    this.#cartId = held.id as string;
    return this.#follow(url, await (this.goal === 'delete' ? this.#delete(url) : this.#buy(url)));
  }

  /** How long its cart was without a call at most, since it came back: from sending one call to the answer of the next. */
  get longestPauseMs(): number {
    return this.#longestPauseMs;
  }

  /**
   * Comes back with the last token, or, where no answer ever came, with the same request. A buyer tries to buy again.
   *
   * @param openedAtMs when the gateway there began to open.
   */
  async comeBack(url: string, openedAtMs: number): Promise<Result> {
    this.#calledAtMs = openedAtMs;
    this.#longestPauseMs = 0;
    if (this.goal === 'purchase' && this.#cartId !== null) return this.#follow(url, await this.#buy(url));
    const [result] = await Promise.all([this.#follow(url, await this.#again(url)), this.#deleteBefore(url)]);
    return result;
  }

  #again(url: string): Promise<Result> {
    return this.#token === null ? this.#create(url) : this.#one(url, POLL, { token: this.#token });
  }

  /** Beside the polls: the lease of the cart in line must not end meanwhile. */
  async #deleteBefore(url: string): Promise<void> {
    if (this.#beforeId !== null) await this.#one(url, DELETE, { input: { cartId: this.#beforeId } });
  }

  /** Creates a cart behind another, and deletes that one. */
  async #standInLine(url: string): Promise<void> {
    const input = { ...TWO_TICKETS, idempotencyKey: `${this.key}-before` };
    let before = await this.#one(url, CREATE, { input });
    while (before.__typename === 'Pending')
      before = await this.#one(url, POLL, { token: before.token, wait: 1 });
    if (TOO_LATE.includes(before.code as string)) throw new TooLate();
    if (before.__typename !== 'Cart') throw new Error(`Nobody to stand behind: ${JSON.stringify(before)}`);
    this.#beforeId = before.id as string;
    this.#token = (await this.#create(url)).token as string;
    await this.#one(url, DELETE, { input: { cartId: this.#beforeId } });
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
      const query = this.goal === 'purchase' ? POLL_CHECKOUT : POLL;
      result = await this.#one(url, query, { token: this.#token, wait: 1 });
    }
    return result;
  }

  async #one(url: string, query: string, variables: Record<string, unknown>): Promise<Result> {
    const calledAtMs = Date.now();
    const { data, errors } = await ask(url, query, variables, FORCE_POLLING);
    if (query !== DELETE) {
      this.#longestPauseMs = Math.max(this.#longestPauseMs, Date.now() - this.#calledAtMs);
      this.#calledAtMs = calledAtMs;
    }
    if (errors) throw new Error(JSON.stringify(errors));
    return Object.values(data as Record<string, Result>)[0];
  }
}

/**
 * Runs a gateway during a client's journey until it dies at point number `crashAt`, starts the next on the same ledger (in
 * this process: nothing kills it), lets the client come back and then vanish, and waits until nothing is open upstream.
 *
 * On a busy machine a journey can fail because a call upstream, or the client's next call, came too late. Such a run
 * proves nothing, so it is repeated.
 */
export async function crashRun(
  crashAt: number,
  options: SandboxOptions,
  goal: Goal = 'delete',
): Promise<CrashRun> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const run = await runOnce(crashAt, options, goal);
    if (run) return run;
  }
  throw new Error(`${MOST_TRIES} journeys that were to die at point ${crashAt} came too late.`);
}

/** Null if the journey failed because something came too late. */
async function runOnce(crashAt: number, options: SandboxOptions, goal: Goal): Promise<CrashRun | null> {
  const stateDir = mkdtempSync(join(tmpdir(), 'stagedoor-crash-'));
  const sandbox = await startSandboxByDay({
    pollWaitSeconds: 0.3,
    forcedPollingDepth: 2,
    shipping: 'preconfigured',
    ...options,
  });
  const captchaToken = options.captcha === 'required' ? `solved-${crashAt}` : null;
  const beganAtMs = Date.now();
  const client = new Client(`crash-of-the-process-${crashAt}`, captchaToken, goal);
  const settings = settingsFor(sandbox, stateDir, goal);
  const first = new GatewayProcess(settings, crashAt);
  const closing = [() => sandbox.close(), () => first.kill()];
  try {
    const url = await first.url();
    let isLate = false;
    const result =
      url === null
        ? null
        : await client.journey(url).catch(async (error: unknown) => {
            if (await first.dies(DEATH_MS)) return null;
            if (!(error instanceof TooLate)) throw error;
            isLate = true;
            return null;
          });
    if (isLate) return null;
    const diedAt = first.isDead ? first.lastPoint : null;
    if (diedAt === null && result?.__typename !== RESULT_AT_THE_GOAL[goal]) {
      if (TOO_LATE.includes(result?.code as string)) return null;
      throw new Error(`Nothing died, and yet the journey ended with ${JSON.stringify(result)}.`);
    }

    await first.kill();
    const openedAtMs = Date.now();
    const next = await startGateway(
      readSettings({ ...settings, ...NEXT_LIFE }),
      sandbox,
      pino({ level: 'silent' }),
    );
    closing.push(() => next.close());
    const resultAfterwards = diedAt === null ? null : await client.comeBack(next.url, openedAtMs);
    if (goal === 'stand' && isTooLate(resultAfterwards, client, settings, options, beganAtMs)) return null;
    await quiet(sandbox, 40_000);
    return { diedAt, resultAfterwards, report: sandbox.report() };
  } finally {
    for (const close of closing.reverse()) await close();
    rmSync(stateDir, { recursive: true, force: true });
  }
}

/** Whether the machine alone is the reason that a cart in line is gone: nobody called for a lease, or its hold has ended. */
function isTooLate(
  result: Result,
  { longestPauseMs }: Client,
  settings: Record<string, string>,
  { holdSeconds = Infinity }: SandboxOptions,
  beganAtMs: number,
): boolean {
  const leaseMs = Number(settings['CART_LEASE_SECONDS']) * 1000;
  return (
    (result?.code === 'CART_RELEASED' && longestPauseMs > leaseMs) ||
    (result?.code === 'CART_EXPIRED' && Date.now() - beganAtMs > holdSeconds * 1000)
  );
}

/** Waits until no cart is open at the sandbox, or until `withinMs` have passed. */
async function quiet(sandbox: Sandbox, withinMs: number): Promise<void> {
  const untilMs = Date.now() + withinMs;
  while (sandbox.report().openCarts > 0 && Date.now() < untilMs) await pause(50);
}

/** How many runs there are at once: each mostly waits. */
const AT_ONCE = 8;

/** Crashes at every point, from `from` on, until a run survives its journey. */
export async function crashEverywhere(
  options: Parameters<typeof crashRun>[1],
  goal: Goal,
  from = 1,
): Promise<CrashRun[]> {
  const runs: CrashRun[] = [];
  let next = from;
  let isOver = false;
  const worker = async () => {
    try {
      while (!isOver) {
        const run = await crashRun(next++, options, goal);
        if (run.diedAt === null) isOver = true;
        runs.push(run);
      }
    } finally {
      // After a failure the others begin nothing more.
      isOver = true;
    }
  };
  await allEnded(Array.from({ length: AT_ONCE }, worker));
  return runs;
}

/** The results of all promises. Rejects like the first that fails, but only when all have settled. */
export async function allEnded<Result>(promises: readonly Promise<Result>[]): Promise<Result[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

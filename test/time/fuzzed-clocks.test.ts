import * as fc from 'fast-check';

import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS } from '../support/carts';
import { CERTIFICATE } from '../support/checkout';
import { LEASE_MS, MachineHouse } from './machine-house';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** By how much a shown time may be off. */
const TOLERANCE_MS = SECOND_MS / 2;
/** Upstream states holds in whole seconds, rounded down. */
const ROUNDING_MS = SECOND_MS;
/** What a running process takes to notice something, and its calls to be answered. */
const SETTLE_MS = 2 * SECOND_MS;
/** What a delete takes that upstream makes the gateway poll. */
const POLLED_MS = 30 * SECOND_MS;
/** A renewal that would move a lease by less than a twentieth is not written. */
const SURE_LEASE_MS = 0.95 * LEASE_MS;
/** A process that did not run for so long renews every lease. */
const DEAF_MS = 6 * SECOND_MS;

const LOOK = `query ($id: ID!) { cart(id: $id) { id status holdExpiresAt holdSeconds leaseExpiresAt } }`;

type Action =
  | { readonly kind: 'create' | 'createPolled' | 'look' | 'certificate' | 'delete' }
  | { readonly kind: 'pass' | 'suspend' | 'step'; readonly ms: number }
  | { readonly kind: 'restart' | 'reboot'; readonly downMs: number; readonly crashed: boolean };

const sign = fc.constantFrom(1, -1);
const upTo = (ms: number) => fc.integer({ min: 1, max: ms });
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'create' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'createPolled' as const }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'look' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: 'certificate' as const }, { kind: 'delete' as const }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: upTo(100 * SECOND_MS) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('suspend' as const),
      ms: fc.oneof(upTo(20 * SECOND_MS), upTo(10 * MINUTE_MS)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(sign, fc.oneof(upTo(5 * MINUTE_MS), upTo(2 * DAY_MS)))
      .map(([by, ms]) => ({ kind: 'step' as const, ms: by * ms })),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('restart' as const, 'reboot' as const),
      downMs: fc.oneof(upTo(20 * SECOND_MS), upTo(6 * MINUTE_MS)),
      crashed: fc.boolean(),
    }),
  },
);

/** A cart as its shopper and upstream know it. Times by the clock that is right. */
interface Cart {
  readonly id: string;
  readonly upstreamId: string;
  /** What giving it back takes. */
  readonly deleteMs: number;
  holdUntilMs: number;
  /** When the shopper last named it. */
  heardMs: number;
  isDeleted: boolean;
}

/** Whether a time lies where it should, but for the tolerance. */
function expectWithin(atMs: number, { from, to }: { from: number; to: number }): void {
  expect(atMs - from).toBeGreaterThan(-TOLERANCE_MS);
  expect(atMs - to).toBeLessThan(TOLERANCE_MS);
}

/** Carries actions out, and checks what has to hold after each. */
class Run {
  #carts: Cart[] = [];
  /** Since when the process can be reached. */
  #awakeSinceMs: number;
  /** When the certificate was read. */
  #certificateMs: { from: number; to: number } | null = null;

  constructor(private readonly house: MachineHouse) {
    this.#awakeSinceMs = this.#nowMs;
  }

  get #nowMs(): number {
    return this.house.machine.truth.now();
  }

  async take(action: Action): Promise<void> {
    const { machine } = this.house;
    switch (action.kind) {
      case 'create':
        await this.#create({});
        break;
      case 'createPolled':
        await this.#create(FORCE_POLLING);
        break;
      case 'look':
        for (const cart of this.#carts) await this.#look(cart);
        break;
      case 'certificate':
        await this.#certificate();
        break;
      case 'delete':
        await this.#delete();
        break;
      case 'pass':
        await machine.pass(action.ms);
        break;
      case 'step':
        machine.step(action.ms);
        break;
      case 'suspend':
        this.#rememberLive();
        machine.suspend(action.ms);
        this.#woken(action.ms);
        break;
      case 'restart':
      case 'reboot':
        this.#rememberLive();
        await this.house.restart((off) => {
          if (action.kind === 'restart') off.endProcess(action.downMs);
          else off.reboot(action.downMs);
        }, action.crashed);
        this.#certificateMs = null;
        this.#woken(Infinity);
    }
    // What comes next meets a process that has had a moment, or has had none.
    if (action.kind === 'suspend' || action.kind === 'step') await this.#lookAtOne();
    await machine.pass(SETTLE_MS);
    await machine.settled(() => !this.#overdue());
    this.#check();
  }

  /** The carts of shoppers who were there when the process stopped: they could not be heard of since. */
  #live: Cart[] = [];
  #rememberLive(): void {
    this.#live = this.#carts.filter((cart) => this.#mustLive(cart));
  }

  #woken(afterMs: number): void {
    if (afterMs < DEAF_MS) return;
    this.#awakeSinceMs = this.#nowMs;
    for (const cart of this.#live) cart.heardMs = Math.max(cart.heardMs, this.#nowMs);
  }

  #mustLive({ heardMs, holdUntilMs, isDeleted }: Cart): boolean {
    return (
      !isDeleted && this.#nowMs < heardMs + SURE_LEASE_MS - SETTLE_MS && this.#nowMs < holdUntilMs - SETTLE_MS
    );
  }

  /** A cart that upstream still holds, although its lease has lapsed. */
  #overdue(): Cart | undefined {
    const open = this.house.openCarts();
    return this.#carts.find(({ upstreamId, heardMs, deleteMs }) => {
      const leaseEndsMs = Math.max(heardMs, this.#awakeSinceMs) + LEASE_MS;
      return open.has(upstreamId) && this.#nowMs > leaseEndsMs + SETTLE_MS + deleteMs;
    });
  }

  #check(): void {
    expect(this.#overdue()).toBeUndefined();
    const open = this.house.openCarts();
    const lost = this.#carts.filter((cart) => this.#mustLive(cart) && !open.has(cart.upstreamId));
    expect(lost).toEqual([]);
  }

  async #create(headers: Record<string, string>): Promise<void> {
    const { house } = this;
    const before = house.openCarts();
    let fromMs = this.#nowMs;
    let result = await house.ask(CREATE, { input: TWO_TICKETS }, headers);
    if (result.code === 'NIGHTLY_MAINTENANCE') return;
    while (result.__typename === 'Pending') {
      const waitMs = result.waitSeconds * SECOND_MS;
      this.#expectWall(result.pollAfter, { from: fromMs + waitMs, to: this.#nowMs + waitMs });
      await house.machine.pass(waitMs);
      fromMs = this.#nowMs;
      result = await house.ask(POLL, { token: result.token });
    }
    expect(result).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    const [[upstreamId, { holdExpiresAt }] = ['', { holdExpiresAt: null }]] = [...house.openCarts()].filter(
      ([id]) => !before.has(id),
    );
    const cart = {
      id: String(result.id),
      upstreamId,
      deleteMs: headers === FORCE_POLLING ? POLLED_MS : 0,
      holdUntilMs: Date.parse(holdExpiresAt ?? ''),
      heardMs: this.#nowMs,
      isDeleted: false,
    };
    this.#carts.push(cart);
    this.#expectTimes(cart, result, fromMs);
  }

  async #lookAtOne(): Promise<void> {
    const cart = this.#carts.at(-1);
    if (cart) await this.#look(cart);
  }

  async #look(cart: Cart): Promise<void> {
    const mustLive = this.#mustLive(cart);
    const fromMs = this.#nowMs;
    const answer = await this.house.ask(LOOK, { id: cart.id });
    if (mustLive) expect(answer).toMatchObject({ status: 'HELD' });
    if (answer.status !== 'HELD') return;
    cart.heardMs = this.#nowMs;
    expect(fromMs).toBeLessThan(cart.holdUntilMs + TOLERANCE_MS);
    this.#expectTimes(cart, answer, fromMs);
  }

  /** A cart that was named since `fromMs`. */
  #expectTimes(cart: Cart, answer: Result, fromMs: number): void {
    const { machine } = this.house;
    const holdUntilMs = { from: cart.holdUntilMs - ROUNDING_MS, to: cart.holdUntilMs };
    this.#expectWall(answer.holdExpiresAt, holdUntilMs);
    expectWithin(answer.holdSeconds * SECOND_MS, {
      from: holdUntilMs.from - this.#nowMs,
      to: holdUntilMs.to - fromMs,
    });
    const leaseUntilMs = Date.parse(answer.leaseExpiresAt) - machine.wallErrorMs;
    expectWithin(leaseUntilMs, { from: fromMs + SURE_LEASE_MS, to: this.#nowMs + LEASE_MS });
  }

  /** A shown time is right by the wall clock of now, wrong as that may be. */
  #expectWall(shown: string, { from, to }: { from: number; to: number }): void {
    expectWithin(Date.parse(shown) - this.house.machine.wallErrorMs, { from, to });
  }

  async #certificate(): Promise<void> {
    for (const cart of this.#carts) {
      const fromMs = this.#nowMs;
      const answer = await this.house.ask(CERTIFICATE, { cartId: cart.id }).catch(() => null);
      if (!answer) continue;
      this.#certificateMs ??= { from: fromMs, to: this.#nowMs };
      cart.heardMs = this.#nowMs;
      const { from, to } = this.#certificateMs;
      this.#expectWall(answer.expiresAt, { from: from + DAY_MS, to: to + DAY_MS });
    }
  }

  async #delete(): Promise<void> {
    const cart = this.#carts.find((each) => this.#mustLive(each));
    if (!cart) return;
    cart.isDeleted = true;
    const fromMs = this.#nowMs;
    const answer = await this.house.ask(DELETE, { input: { cartId: cart.id }, wait: 5 });
    if (cart.deleteMs > 0) return;
    expect(answer.__typename).toBe('CartDeleted');
    this.#expectWall(answer.deletedAt, { from: fromMs, to: this.#nowMs });
    expect(this.house.openCarts().has(cart.upstreamId)).toBe(false);
  }
}

test('L4: whatever happens to the clocks, no live cart is given back early, none is kept past its hold, and no shown time is wrong', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 14 }), async (actions) => {
      const house = await MachineHouse.open();
      try {
        const run = new Run(house);
        for (const each of [{ kind: 'create' } as const, ...actions]) await run.take(each);
        await house.machine.pass(LEASE_MS + SETTLE_MS + POLLED_MS);
        await house.machine.settled(() => house.openCarts().size === 0);
        expect(house.sandbox.report()).toMatchObject({ openCarts: 0, heldSeats: 0, violationDetails: [] });
      } finally {
        await house.close();
      }
    }),
    { numRuns: Number(process.env['CLOCK_RUNS'] ?? 12) },
  );
}, 600_000);

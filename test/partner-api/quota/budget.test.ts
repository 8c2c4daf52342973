import { UpstreamQueueFull, UpstreamThrottled, UpstreamTimeout } from '../../../src/partner-api/errors';
import { type BudgetSettings, CallBudget, type Candidate } from '../../../src/partner-api/quota/budget';
import type { CallClass } from '../../../src/partner-api/quota/call-class';
import type { Booked, Booking } from '../../../src/partner-api/quota/quota-shelf';
import { Urgency } from '../../../src/partner-api/quota/urgency';
import { Stop } from '../../../src/stop';
import { FakeClock } from '../../support/fake-clock';

/** A gate that admits one call in `spacingMs`, and refuses the others. */
class Gate {
  readonly admitted: { readonly name: string; readonly atMs: number }[] = [];
  refused = 0;
  #nextAtMs = -Infinity;

  constructor(
    private readonly clock: FakeClock,
    readonly spacingMs: number,
    private readonly faultstring = '',
  ) {}

  call(name: string) {
    const nowMs = this.clock.now();
    if (nowMs < this.#nextAtMs) {
      this.refused++;
      const errorcode = 'policies.ratelimit.SpikeArrestViolation';
      const text = JSON.stringify({ fault: { faultstring: this.faultstring, detail: { errorcode } } });
      return { status: 429, headers: {}, text };
    }
    this.#nextAtMs = nowMs + this.spacingMs;
    this.admitted.push({ name, atMs: nowMs });
    return { status: 200, headers: {}, text: '' };
  }
}

const settings = (of: Partial<BudgetSettings> = {}): BudgetSettings => ({
  callsPerSecond: 5,
  callsPerDay: null,
  maxWaiting: 1000,
  ...of,
});

const candidate = (callClass: CallClass, caller: string, stop = new Stop()): Candidate => ({
  urgency: new Urgency(callClass),
  caller,
  stop,
  waitsUntilMs: Infinity,
});

/** Sends a call through budget and gate until the gate admits it. */
async function send(
  budget: CallBudget,
  gate: Gate,
  clock: FakeClock,
  name: string,
  callClass: CallClass,
  caller = name,
) {
  for (let tries = 0; ; tries++) {
    await budget.turn(candidate(callClass, caller), tries > 0);
    const sentAtMs = clock.now();
    if (!budget.learn(gate.call(name), sentAtMs)) return;
  }
}

/** Lets time pass in steps of a millisecond until all calls are through. */
async function play(clock: FakeClock, calls: Promise<unknown>[]): Promise<void> {
  let isOver = false;
  void Promise.allSettled(calls).then(() => (isOver = true));
  for (let at = 0; at < 600_000 && !isOver; at++) {
    clock.advance(1);
    for (let turn = 0; turn < 6; turn++) await Promise.resolve();
  }
  expect(isOver).toBe(true);
  await Promise.all(calls);
}

describe('the budget of calls', () => {
  it('sends at a stated rate without a single refusal, and uses nearly all of it', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    const gate = new Gate(clock, 200);
    const startedAtMs = clock.now();
    await play(
      clock,
      Array.from({ length: 50 }, (_, at) => send(budget, gate, clock, `${at}`, 'reserve')),
    );
    expect(gate.refused).toBe(0);
    expect(clock.now() - startedAtMs).toBeLessThan(49 * 200 * 1.1);
  });

  it.each(['Allowed rate : 5ps', ''])('learns the rate from refusals that say %j', async (faultstring) => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: null }), clock);
    const gate = new Gate(clock, 200, faultstring);
    await play(
      clock,
      Array.from({ length: 400 }, (_, at) => send(budget, gate, clock, `${at}`, 'read')),
    );
    expect(gate.admitted).toHaveLength(400);
    expect(gate.refused / (400 + gate.refused)).toBeLessThan(0.05);
  });

  it('finds out that there is no limit', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: null, maxWaiting: 10_000 }), clock);
    const gate = new Gate(clock, 0);
    const startedAtMs = clock.now();
    await play(
      clock,
      Array.from({ length: 5000 }, (_, at) => send(budget, gate, clock, `${at}`, 'read')),
    );
    expect(clock.now() - startedAtMs).toBeLessThan(15_000);
  });

  it('lets what finishes go first, then checkout, then reserves, and leaves reads a part', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    const gate = new Gate(clock, 200);
    const classes: CallClass[] = ['read', 'reserve', 'checkout', 'finish'];
    const calls = classes.flatMap((callClass) =>
      Array.from({ length: 20 }, (_, at) => send(budget, gate, clock, callClass, callClass, `${at}`)),
    );
    await play(clock, calls);
    const places = (name: string) =>
      gate.admitted.flatMap((call, place) => (call.name === name ? [place] : []));
    const mean = (name: string) => places(name).reduce((sum, place) => sum + place, 0) / 20;
    expect(mean('finish')).toBeLessThan(mean('checkout'));
    expect(mean('checkout')).toBeLessThan(mean('reserve'));
    expect(mean('reserve')).toBeLessThan(mean('read'));
    // Not one in ten alone: the first call of all found no other.
    expect(places('read').filter((place) => place < 40).length).toBeGreaterThanOrEqual(4);
  });

  it('slows all calls at a refusal, and sends the refused one again before the others of its class', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: 20 }), clock);
    const gate = new Gate(clock, 200, 'Allowed rate : 5ps');
    const names = Array.from({ length: 10 }, (_, at) => `${at}`);
    await play(
      clock,
      names.map((name) => send(budget, gate, clock, name, 'reserve')),
    );
    expect(gate.admitted.map(({ name }) => name)).toEqual(names);
    expect(gate.refused).toBe(1);
  });

  it('lets a call that becomes more important while it waits go before others', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    const order: string[] = [];
    const wait = (name: string, urgency: Urgency) =>
      Promise.resolve(budget.turn({ urgency, caller: name, stop: new Stop(), waitsUntilMs: Infinity })).then(
        () => order.push(name),
      );
    const raised = new Urgency('refresh');
    const turns = [
      wait('at once', new Urgency('read')),
      wait('other', new Urgency('read')),
      wait('raised', raised),
    ];
    raised.raiseTo('reserve');
    await play(clock, turns);
    expect(order).toEqual(['at once', 'raised', 'other']);
  });

  it('gives no turn to a call that is not wanted any more', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    const gate = new Gate(clock, 200);
    const stop = new Stop();
    const first = send(budget, gate, clock, 'first', 'read');
    const gone = Promise.resolve(budget.turn(candidate('read', 'gone', stop)));
    const last = send(budget, gate, clock, 'last', 'read');
    const failure = expect(gone).rejects.toBeInstanceOf(UpstreamTimeout);
    stop.abort();
    await failure;
    await play(clock, [first, last]);
    expect(gate.admitted.at(-1)?.atMs).toBeLessThan((gate.admitted[0]?.atMs ?? 0) + 220);
  });

  it('lets no more than a bounded number wait, each class for itself', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ maxWaiting: 3 }), clock);
    const wait = (callClass: CallClass) => {
      const turn = Promise.resolve(budget.turn(candidate(callClass, 'a')));
      turn.catch(() => undefined);
      return turn;
    };
    for (let at = 0; at < 4; at++) void wait('read');
    await expect(wait('read')).rejects.toBeInstanceOf(UpstreamQueueFull);
    expect(budget.report().waiting).toMatchObject({ read: 3, finish: 0 });
    void wait('finish');
    expect(budget.report().waiting.finish).toBe(1);
  });

  it('refuses a call whose turn would come too late, by what is as important or more', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    const within = (callClass: CallClass, ms: number) =>
      budget.turn({ ...candidate(callClass, 'other'), waitsUntilMs: clock.now() + ms });
    const flood = Array.from({ length: 100 }, () => budget.turn(candidate('read', 'one')));
    // Twenty seconds of reads are waiting.
    await expect(within('read', 10_000)).rejects.toBeInstanceOf(UpstreamThrottled);
    await expect(within('refresh', 10_000)).rejects.toBeInstanceOf(UpstreamThrottled);
    await play(clock, [Promise.resolve(within('reserve', 1000)), Promise.resolve(within('finish', 1000))]);
    await play(
      clock,
      flood.map((turn) => Promise.resolve(turn)),
    );
  });

  it("keeps a fifth of the day's amount for carts, and makes the cache last longer before that", async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: Infinity, callsPerDay: 100 }), clock);
    const turn = async (callClass: CallClass) => budget.turn(candidate(callClass, 'a'));
    expect(budget.stretch()).toBe(1);
    for (let at = 0; at < 80; at++) await turn('read');
    expect(budget.stretch()).toBeCloseTo(10);
    await expect(turn('read')).rejects.toMatchObject({ retryAfterSeconds: 24 * 60 * 60 });
    for (let at = 0; at < 20; at++) await turn('finish');
    await expect(turn('finish')).rejects.toBeInstanceOf(UpstreamThrottled);
    clock.advance(24 * 60 * 60_000);
    await turn('read');
  });

  it('fails reads that wait when the rest of the day is for carts, and not the carts that wait', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerDay: 10 }), clock);
    const gate = new Gate(clock, 200);
    const reads = Array.from({ length: 12 }, (_, at) => send(budget, gate, clock, `${at}`, 'read'));
    const settled = Promise.allSettled(reads);
    const reserve = send(budget, gate, clock, 'cart', 'reserve');
    await play(clock, [settled, reserve]);
    const failed = (await settled).filter(({ status }) => status === 'rejected');
    expect(gate.admitted.filter(({ name }) => name !== 'cart')).toHaveLength(7);
    expect(failed).toHaveLength(5);
  });

  it('does not halve a stated rate for a refusal without a figure', () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: 20 }), clock);
    budget.learn({ status: 429, headers: {}, text: '' }, clock.now());
    expect(budget.report().callsPerSecond).toBeCloseTo(17);
  });

  it('never goes below a part of the rate that the gate states, however often it refuses', () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: 20 }), clock);
    const errorcode = 'policies.ratelimit.SpikeArrestViolation';
    const text = JSON.stringify({ fault: { faultstring: 'Allowed rate : 20ps', detail: { errorcode } } });
    for (let at = 0; at < 50; at++) {
      clock.advance(1000);
      budget.learn({ status: 429, headers: {}, text }, clock.now());
    }
    expect(budget.report().callsPerSecond).toBeCloseTo(17);
  });

  it('spaces calls once more where they leave', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    expect(budget.departure()).toBeNull();
    clock.advance(20);
    let hasLeft = false;
    const second = budget.departure()?.then(() => (hasLeft = true));
    clock.advance(150);
    await Promise.resolve();
    expect(hasLeft).toBe(false);
    clock.advance(40);
    await second;
    expect(hasLeft).toBe(true);
  });

  it('believes the figures of the gate, which also count the calls of other processes', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings({ callsPerSecond: Infinity }), clock);
    const date = new Date(clock.now()).toUTCString();
    const resetAtMs = Date.parse(date) + 3_600_000;
    const headers = {
      date,
      'rate-limit': '5000',
      'rate-limit-available': '900',
      'rate-limit-reset': String(resetAtMs),
    };
    budget.learn({ status: 200, headers, text: '' }, clock.now());
    const read = async () => budget.turn(candidate('read', 'a'));
    await expect(read()).rejects.toMatchObject({ retryAfterSeconds: 3600 });
    await budget.turn(candidate('reserve', 'a'));
  });

  it('fails all that wait when the day is over its amount, and asks again after a while where no end is stated', async () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    await budget.turn(candidate('read', 'a'));
    const waiting = Promise.resolve(budget.turn(candidate('finish', 'a')));
    const failure = expect(waiting).rejects.toMatchObject({ retryAfterSeconds: 300 });
    const text = JSON.stringify({
      fault: { faultstring: 'Quota', detail: { errorcode: 'policies.ratelimit.QuotaViolation' } },
    });
    budget.learn({ status: 403, headers: {}, text }, clock.now());
    await failure;
    clock.advance(300_000);
    await budget.turn(candidate('finish', 'a'));
  });
});

describe('a pause that the gate asks for', () => {
  const refusal = { status: 429, headers: { 'retry-after': '10' }, text: '' };

  it('is as long although a turn is given back meanwhile', () => {
    const clock = new FakeClock();
    const budget = new CallBudget(settings(), clock);
    expect(budget.turn(candidate('read', 'a'))).toBeNull();
    budget.learn(refusal, clock.now());
    budget.giveBack();
    expect(budget.pauseMs).toBe(10_000);
  });

  it('reaches the other processes although the first booking that says so fails', async () => {
    const clock = new FakeClock();
    const pauses: number[] = [];
    const book = ({ pauseMs }: Booking): Promise<Booked> => {
      pauses.push(pauseMs);
      return Promise.reject(new Error('The shelf cannot be reached.'));
    };
    const budget = new CallBudget(settings({ quotaShelf: { book } }), clock);
    const turn = budget.turn(candidate('read', 'a'));
    await clock.pass(500);
    budget.learn(refusal, clock.now());
    void budget.turn(candidate('read', 'b'))?.catch(() => {});
    await clock.untilTrue(() => pauses.filter((pauseMs) => pauseMs > 0).length > 1, 20_000);
    await turn;
    const [first = 0, second = 0] = pauses.filter((pauseMs) => pauseMs > 0);
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(5000);
  });
});

import { every, sleep } from '../../src/clock';
import { Stop } from '../../src/stop';
import { SteadyClock } from '../../src/time/steady-clock';
import { WallTimes } from '../../src/time/wall-times';
import { FakeMachine } from '../support/fake-machine';

const START_MS = 5_000_000;

let machine: FakeMachine;
let clock: SteadyClock;
beforeEach(() => {
  machine = new FakeMachine();
  clock = new SteadyClock(machine, START_MS);
});

describe('the steady clock', () => {
  it('runs evenly when the wall clock is set', async () => {
    for (const byMs of [3_600_000, -86_400_000, 501, -499]) {
      machine.step(byMs);
      await machine.pass(1500);
    }
    expect(clock.now()).toBe(START_MS + 6000);
    expect(clock.awakeSinceMs).toBe(START_MS);
  });

  it('counts a suspend, also one hidden by a step of the wall clock the other way', async () => {
    machine.suspend(60_000);
    expect(clock.now()).toBe(START_MS + 60_000);
    machine.suspend(60_000);
    machine.step(-60_000);
    await machine.pass(2000);
    expect(clock.now()).toBe(START_MS + 122_000);
  });

  it('knows since when the process has been reachable', async () => {
    await machine.pass(30_000);
    expect(clock.awakeSinceMs).toBe(START_MS);
    machine.suspend(10_000);
    await machine.pass(1500);
    expect(clock.awakeSinceMs).toBeGreaterThanOrEqual(START_MS + 40_000);
  });

  it('runs a timer when its time has come, at the latest a second after the suspend that it came in', async () => {
    const ranAtMs: number[] = [];
    clock.after(90_000, () => ranAtMs.push(clock.now() - START_MS));
    clock.after(20_000, () => ranAtMs.push(clock.now() - START_MS));
    const cancel = clock.after(30_000, () => ranAtMs.push(-1));
    await machine.pass(21_000);
    machine.suspend(60_000);
    cancel();
    await machine.pass(8500);
    expect(ranAtMs).toEqual([20_000]);
    machine.suspend(600_000);
    await machine.pass(1000);
    expect(ranAtMs).toHaveLength(2);
  });
});

describe('times of day', () => {
  it('go by what the wall clock shows when they are asked for', () => {
    const wall = { now: () => machine.wallMs() };
    const times = new WallTimes(clock, wall);
    const inAMinute = () => times.of(clock.now() + 60_000) - machine.wallMs();
    expect(inAMinute()).toBe(60_000);
    machine.step(-7_200_000);
    expect(inAMinute()).toBe(60_000);
    machine.suspend(5000);
    expect(inAMinute()).toBe(60_000);
    // Readings of two clocks differ by a tick: what is shown does not.
    machine.step(1);
    expect(inAMinute()).toBe(59_999);
  });
});

describe('what a clock offers', () => {
  it('sleeps for its time, or until it is woken', async () => {
    let slept = 0;
    const stop = new Stop();
    for (const signal of [undefined, stop]) void sleep(clock, 3000, signal).then(() => slept++);
    stop.abort();
    await machine.pass(500);
    expect(slept).toBe(1);
    await machine.pass(3000);
    expect(slept).toBe(2);
    await sleep(clock, 3000, stop);
  });

  it('repeats until it is stopped', async () => {
    let times = 0;
    const stop = every(clock, 1000, () => times++);
    await machine.pass(3500);
    expect(times).toBe(3);
    stop();
    await machine.pass(3000);
    expect(times).toBe(3);
  });
});

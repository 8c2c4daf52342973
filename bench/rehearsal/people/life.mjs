import { setTimeout as timer } from 'node:timers/promises';

/** The most that a shopper who will leave looks at their seats, in seconds. */
const LONGEST_LOOK_SECONDS = 30;

/** The shopper left; `outcome` says from where. */
export class Left extends Error {
  constructor(outcome) {
    super(outcome);
    this.outcome = outcome;
  }
}

/** The state of one shopper during the morning, and the record of it. Times in the record are seconds from the opening. */
export class Life {
  /** Where the shopper is on the board. */
  #place = null;
  #leaving = new AbortController();
  #leaveTimer = null;
  #releaseUrl = null;
  #reloads;
  /** Ends everything that the shopper waits for: they leave, or the rehearsal ends. */
  #stop;

  constructor(plan, morning) {
    this.plan = plan;
    this.client = morning.client;
    this.morning = morning;
    this.#reloads = [...plan.reloadsAfter];
    this.#stop = AbortSignal.any([morning.end, this.#leaving.signal]);
    this.record = {
      number: plan.number,
      arrived: null,
      /** The first place in line, and the first estimate of the wait, with the time at which it was received. */
      position: null,
      estimate: null,
      /** When upstream was asked, for those who were in line. */
      called: null,
      seats: null,
      ended: null,
      outcome: null,
      /** How often the gateway asked them to try again later, by code. */
      refusals: {},
      reloads: 0,
      /** Why the morning failed. */
      reason: null,
    };
  }

  get #now() {
    return this.morning.now();
  }

  #move(place) {
    this.morning.board.move(this.#place, place);
    this.#place = place;
  }

  arrive() {
    this.record.arrived = this.#now;
    this.#move('beingServed');
    const { leavesAfter } = this.plan;
    if (leavesAfter !== null) this.#leaveTimer = setTimeout(() => this.#leave(), leavesAfter * 1000);
  }

  #leave() {
    if (this.#leaving.signal.aborted) return;
    const { ends, address } = this.plan;
    if (ends === 'closes' && this.#releaseUrl !== null) {
      this.client.beacon(address, this.#releaseUrl).catch(() => {});
    }
    const from = this.record.seats === null ? 'InLine' : 'WithSeats';
    this.#leaving.abort(new Left(`${ends === 'closes' ? 'left' : 'vanished'}${from}`));
  }

  /** A `Pending` of the reserve was received. */
  waits({ queue = null, releaseUrl }) {
    this.#releaseUrl = releaseUrl;
    this.#move(queue === null ? 'beingServed' : 'inLine');
    if (queue === null) {
      if (this.record.position !== null) this.record.called ??= this.#now;
      return;
    }
    if (this.record.position !== null) return;
    this.record.position = queue.position;
    this.record.estimate = { at: this.#now, seconds: queue.estimatedWaitSeconds };
  }

  gotSeats({ releaseUrl }) {
    this.#releaseUrl = releaseUrl;
    this.record.seats = this.#now;
    this.#move('withSeats');
  }

  wasRefused(code) {
    this.record.refusals[code] = (this.record.refusals[code] ?? 0) + 1;
  }

  reloaded() {
    this.record.reloads++;
  }

  /** Ends the morning. `reason` is the gateway's code of a failure, or an error. */
  end(outcome, reason = null) {
    if (this.record.outcome !== null) return;
    this.record.outcome = outcome;
    this.record.ended = this.#now;
    if (outcome === 'failed' || outcome === 'broken') this.record.reason = String(reason?.message ?? reason);
    if (outcome === 'bought') this.morning.board.bought++;
    this.#move('gone');
  }

  /** Why the shopper waits no longer; null if they still do. */
  reason() {
    return this.#stop.aborted ? this.#stop.reason : null;
  }

  ask(query, variables) {
    return this.client.ask(this.plan.address, query, variables, this.#stop);
  }

  poll(token) {
    return this.client.poll(this.plan.address, token, this.#stop);
  }

  /** Waits. Rejects once the shopper leaves, or `signal` is aborted. */
  async pause(seconds, signal = this.#stop) {
    try {
      await timer(seconds * 1000, undefined, { signal });
    } catch (error) {
      throw this.reason() ?? error;
    }
  }

  /** Waits until the planned time of leaving, at most for a while. */
  async stayUntilLeaving() {
    await this.pause(LONGEST_LOOK_SECONDS);
    this.#leave();
    this.#stop.throwIfAborted();
  }

  /** A signal that is aborted at the next planned reload, or with everything else. */
  nextReload() {
    const reload = new AbortController();
    const [after] = this.#reloads;
    const inMs = after === undefined ? Infinity : (this.record.arrived + after - this.#now) * 1000;
    const timeout = inMs === Infinity ? null : setTimeout(() => reload.abort(), Math.max(inMs, 0));
    return {
      signal: AbortSignal.any([reload.signal, this.#stop]),
      isReload: () => {
        if (!reload.signal.aborted || this.#stop.aborted) return false;
        this.#reloads.shift();
        return true;
      },
      dispose: () => clearTimeout(timeout),
    };
  }

  dispose() {
    clearTimeout(this.#leaveTimer);
  }
}

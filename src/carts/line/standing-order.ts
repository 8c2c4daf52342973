import { SlotCounts } from './slot-counts';

/** Those who stand in one round, in the order of their arrival. */
interface Round {
  /** Undefined where one has left. */
  readonly ids: (string | undefined)[];
  readonly counts: SlotCounts;
  /** The first slot that may still be taken. */
  head: number;
}

interface Standing {
  readonly caller: string;
  readonly round: number;
  readonly slot: number;
}

/**
 * The order of a line: first come, first served, and callers take turns. It goes by rounds: in each a caller is served
 * once, so one with forty carts stands in forty rounds, and is passed by those who come later with one. A round that has
 * begun takes no more newcomers, so that nobody waits for ever.
 *
 * Arriving, leaving, taking and asking for a place all take logarithmic time.
 */
export class StandingOrder {
  /** Rounds by number; those before `#current` are over. */
  readonly #rounds: Round[] = [];
  #sizes = new SlotCounts();
  readonly #standing = new Map<string, Standing>();
  readonly #callers = new Map<string, { lastRound: number; count: number }>();
  /** Those who had their turn already and could not be served: they go before all rounds. */
  readonly #first = new Set<string>();
  /** The round that is being served, which is closed. */
  #current = -1;

  get size(): number {
    return this.#standing.size + this.#first.size;
  }

  has(id: string): boolean {
    return this.#standing.has(id) || this.#first.has(id);
  }

  /** Adds one at the end of its caller's. Nothing happens if it stands in line already. */
  join(id: string, caller: string): void {
    if (this.has(id)) return;
    // Every cart passes through here, most of them alone: the rounds of earlier ones are forgotten.
    if (this.#standing.size === 0) this.#beginAnew();
    const known = this.#callers.get(caller);
    const round = Math.max(this.#current, known?.lastRound ?? -1) + 1;
    this.#callers.set(caller, { lastRound: round, count: (known?.count ?? 0) + 1 });
    while (this.#rounds.length <= round) {
      this.#rounds.push({ ids: [], counts: new SlotCounts(), head: 0 });
      this.#sizes.append(0);
    }
    const { ids, counts } = this.#roundAt(round);
    ids.push(id);
    counts.append(1);
    this.#sizes.add(round, 1);
    this.#standing.set(id, { caller, round, slot: ids.length - 1 });
  }

  /** Adds one before all others: it had its turn, and could not be served. */
  joinFirst(id: string): void {
    if (!this.has(id)) this.#first.add(id);
  }

  /** Takes one out, wherever it stands. */
  leave(id: string): void {
    if (this.#first.delete(id)) return;
    const standing = this.#standing.get(id);
    if (!standing) return;
    const { caller, round, slot } = standing;
    this.#standing.delete(id);
    const known = this.#callers.get(caller);
    if (known && --known.count === 0) this.#callers.delete(caller);
    const { ids, counts } = this.#roundAt(round);
    ids[slot] = undefined;
    counts.add(slot, -1);
    this.#sizes.add(round, -1);
  }

  /** Takes out the one whose turn it is; undefined if nobody stands in line. */
  take(): string | undefined {
    const head = this.#head();
    if (head === undefined) return undefined;
    this.#current = Math.max(this.#current, head.round);
    this.leave(head.id);
    return head.id;
  }

  /** The one whose turn it is; undefined if nobody stands in line. A look begins no round. */
  next(): string | undefined {
    return this.#head()?.id;
  }

  /** How many are served before this one; null if it does not stand in line. */
  ahead(id: string): number | null {
    if (this.#first.has(id)) return [...this.#first].indexOf(id);
    const standing = this.#standing.get(id);
    if (!standing) return null;
    const { round, slot } = standing;
    return this.#first.size + this.#sizes.before(round) + this.#roundAt(round).counts.before(slot);
  }

  /** Nobody stands in a round, and so no caller is known. */
  #beginAnew(): void {
    this.#rounds.length = 0;
    this.#sizes = new SlotCounts();
    this.#current = -1;
  }

  #head(): { readonly id: string; readonly round: number } | undefined {
    for (const id of this.#first) return { id, round: this.#current };
    if (this.#standing.size === 0) return undefined;
    for (let at = Math.max(this.#current, 0); at < this.#rounds.length; at++) {
      const round = this.#roundAt(at);
      while (round.head < round.ids.length && round.ids[round.head] === undefined) round.head++;
      const id = round.ids[round.head];
      if (id !== undefined) return { id, round: at };
      // A round that is over needs no memory.
      if (at <= this.#current) this.#rounds[at] = { ids: [], counts: new SlotCounts(), head: 0 };
    }
    return undefined;
  }

  #roundAt(number: number): Round {
    const round = this.#rounds[number];
    if (!round) throw new Error('There is no such round.');
    return round;
  }
}

/**
 * Counts in a growing row of slots, and the sum of those before a slot: a Fenwick tree. Every operation takes logarithmic
 * time.
 */
export class SlotCounts {
  /** Partial sums, from index 1 on. */
  readonly #sums: number[] = [0];

  /** Adds a slot at the end with a count, and returns its index. */
  append(count: number): number {
    const at = this.#sums.length;
    let sum = count;
    for (let below = at - 1; below > at - (at & -at); below -= below & -below) sum += this.#sums[below] ?? 0;
    this.#sums.push(sum);
    return at - 1;
  }

  /** Changes the count of a slot. */
  add(slot: number, change: number): void {
    for (let at = slot + 1; at < this.#sums.length; at += at & -at) {
      this.#sums[at] = (this.#sums[at] ?? 0) + change;
    }
  }

  /** The sum of the counts of all slots before `slot`. */
  before(slot: number): number {
    let sum = 0;
    for (let at = Math.min(slot, this.#sums.length - 1); at > 0; at -= at & -at) sum += this.#sums[at] ?? 0;
    return sum;
  }
}

/**
 * A queue in which callers take turns: each turn goes to the caller that has waited longest for one, and to the oldest
 * of their items. A caller with forty items waits for their own, and delays others by one at a time. Every operation
 * takes constant time.
 */
export class Turns<Item> {
  /** The waiting items by caller. Both keep the order of insertion: the first caller is the next. */
  readonly #byCaller = new Map<string, Set<Item>>();
  /** What had its turn already, the oldest first. */
  readonly #first = new Set<Item>();
  #size = 0;

  /** How many items wait. */
  get size(): number {
    return this.#size;
  }

  /** Adds an item at the end of its caller's. An item is in the queue at most once. */
  add(caller: string, item: Item): void {
    const items = this.#byCaller.get(caller);
    if (items) items.add(item);
    else this.#byCaller.set(caller, new Set([item]));
    this.#size++;
  }

  /** Adds an item before all others: it had its turn, and the gate refused it. */
  addFirst(item: Item): void {
    this.#first.add(item);
    this.#size++;
  }

  /** Takes out an item that waits no longer. Returns false if it was not there. */
  remove(caller: string, item: Item): boolean {
    const items = this.#byCaller.get(caller);
    if (!this.#first.delete(item) && !items?.delete(item)) return false;
    if (items?.size === 0) this.#byCaller.delete(caller);
    this.#size--;
    return true;
  }

  /** Takes out the item whose turn it is; its caller goes to the end. */
  take(): Item | undefined {
    for (const item of this.#first) {
      this.#first.delete(item);
      this.#size--;
      return item;
    }
    for (const [caller, items] of this.#byCaller) {
      for (const item of items) {
        this.remove(caller, item);
        if (items.size > 0) {
          this.#byCaller.delete(caller);
          this.#byCaller.set(caller, items);
        }
        return item;
      }
    }
    return undefined;
  }
}

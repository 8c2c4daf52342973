/** Ids sorted by due time. Reading the first ones costs the same, however many there are. */
export class DueIndex {
  /** Sorted by due time, then id. */
  readonly #entries: { readonly id: string; readonly dueAtMs: number }[] = [];
  readonly #dueTimes = new Map<string, number>();

  /** Sets or moves the due time of `id`. */
  set(id: string, dueAtMs: number): void {
    this.delete(id);
    this.#dueTimes.set(id, dueAtMs);
    this.#entries.splice(this.#positionOf(id, dueAtMs), 0, { id, dueAtMs });
  }

  delete(id: string): void {
    const dueAtMs = this.#dueTimes.get(id);
    if (dueAtMs === undefined) return;
    this.#dueTimes.delete(id);
    this.#entries.splice(this.#positionOf(id, dueAtMs), 1);
  }

  /** The ids due at `nowMs`, earliest first, at most `limit`. */
  due(nowMs: number, limit: number): string[] {
    const ids: string[] = [];
    for (const { id, dueAtMs } of this.#entries) {
      if (dueAtMs > nowMs || ids.length >= limit) break;
      ids.push(id);
    }
    return ids;
  }

  /** The earliest due time; null when the index is empty. */
  next(): number | null {
    return this.#entries[0]?.dueAtMs ?? null;
  }

  /** The index of an entry, or the one at which it would be inserted. */
  #positionOf(id: string, dueAtMs: number): number {
    let low = 0;
    let high = this.#entries.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const entry = this.#entries[middle];
      const before =
        entry !== undefined && (entry.dueAtMs < dueAtMs || (entry.dueAtMs === dueAtMs && entry.id < id));
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

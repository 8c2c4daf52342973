import fc from 'fast-check';

import { DueIndex } from '../../src/storage/due-index';

/** The same, in the simplest way: all entries, sorted again for every call. */
class SortedArray {
  #entries: { id: string; dueAtMs: number }[] = [];

  set(id: string, dueAtMs: number): void {
    this.delete(id);
    this.#entries.push({ id, dueAtMs });
    this.#entries.sort((a, b) => a.dueAtMs - b.dueAtMs || (a.id < b.id ? -1 : 1));
  }

  delete(id: string): void {
    this.#entries = this.#entries.filter((entry) => entry.id !== id);
  }

  due(nowMs: number, limit: number): string[] {
    return this.#entries
      .filter(({ dueAtMs }) => dueAtMs <= nowMs)
      .slice(0, limit)
      .map(({ id }) => id);
  }

  next(): number | null {
    return this.#entries[0]?.dueAtMs ?? null;
  }
}

/** Few ids and few times, so that entries meet: moved, removed twice, due together. */
const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'B', 'é');
const time = fc.integer({ min: -3, max: 20 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), id, dueAtMs: time }),
  fc.record({ kind: fc.constant('delete' as const), id }),
);

describe('the index by due time', () => {
  it('returns what a sorted array would return, after any steps', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), time, fc.nat(9), (steps, nowMs, limit) => {
        const index = new DueIndex();
        const array = new SortedArray();
        for (const each of steps) {
          for (const either of [index, array]) {
            if (each.kind === 'set') either.set(each.id, each.dueAtMs);
            else either.delete(each.id);
          }
          expect(index.next()).toBe(array.next());
        }
        expect(index.due(nowMs, limit)).toEqual(array.due(nowMs, limit));
        expect(index.due(Infinity, Infinity)).toEqual(array.due(Infinity, Infinity));
      }),
      { numRuns: 500 },
    );
  });

  it('is empty at first', () => {
    expect(new DueIndex().next()).toBeNull();
    expect(new DueIndex().due(Infinity, 10)).toEqual([]);
  });
});

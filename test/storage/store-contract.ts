import type { Document, Store } from '../../src/storage/store';
import { describeClaims } from './claims-contract';

/** A document whose body is a number. */
const numbered = (count: number, dueAtMs = 1000): Document => ({ body: { count }, dueAtMs });

const countOf = (document: Document | undefined): number =>
  (document?.body as { count: number } | undefined)?.count ?? NaN;

/** A promise, and the function that resolves it. */
function gate(): { opened: Promise<void>; open: () => void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/**
 * The promises of `Store`, as tests that every implementation has to pass.
 *
 * @param name what is tested, as the subject of a sentence.
 * @param open gives a new store with nothing in it; each test closes its own.
 * @param many how many documents are many for it.
 */
export function describeStore(name: string, open: () => Promise<Store>, many = 20_000): void {
  describe(name, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('keeps documents', () => {
      it('returns what was inserted', async () => {
        const body = {
          text: 'Ñandú “日本” 🎭 \u0000',
          list: [1, null, { deep: [true] }],
          none: null,
          atMs: 1.5e12,
        };
        expect(await store.insert('a', { body, dueAtMs: 7 })).toBe(true);
        expect(await store.read('a')).toEqual({ body, dueAtMs: 7 });
      });

      it('knows nothing of an id that was never inserted', async () => {
        expect(await store.read('a')).toBeUndefined();
      });

      it('inserts once: the first document stands', async () => {
        await store.insert('a', numbered(1));
        expect(await store.insert('a', numbered(2))).toBe(false);
        expect(countOf(await store.read('a'))).toBe(1);
      });

      it('lets one of many that insert at once win', async () => {
        const tries = Array.from({ length: 20 }, (_, at) => store.insert('a', numbered(at)));
        const wins = (await Promise.all(tries)).filter(Boolean);
        expect(wins).toHaveLength(1);
      });
    });

    describe('updates documents', () => {
      it('and resolves to the new document', async () => {
        await store.insert('a', numbered(1));
        expect(await store.update('a', () => numbered(2, 5))).toEqual(numbered(2, 5));
        expect(await store.read('a')).toEqual(numbered(2, 5));
      });

      it('atomically: of a hundred at once, no update is lost', async () => {
        await store.insert('a', numbered(0));
        const addOne = (document: Document) => numbered(countOf(document) + 1);
        await Promise.all(Array.from({ length: 100 }, () => store.update('a', addOne)));
        expect(countOf(await store.read('a'))).toBe(100);
      });

      it('only where there is one', async () => {
        const change = jest.fn(() => numbered(1));
        expect(await store.update('a', change)).toBeUndefined();
        expect(change).not.toHaveBeenCalled();
        expect(await store.read('a')).toBeUndefined();
      });

      it('not at all if the change throws', async () => {
        await store.insert('a', numbered(1));
        const change = () => {
          throw new Error('no');
        };
        await expect(store.update('a', change)).rejects.toThrow('no');
        expect(countOf(await store.read('a'))).toBe(1);
        expect(countOf(await store.update('a', () => numbered(2)))).toBe(2);
      });

      it('and resolves to the document if the change returns the same one', async () => {
        await store.insert('a', numbered(1));
        expect(await store.update('a', (document) => document)).toEqual(numbered(1));
      });

      it('and removes them if the change returns null', async () => {
        await store.insert('a', numbered(1));
        expect(await store.update('a', () => null)).toBeUndefined();
        expect(await store.read('a')).toBeUndefined();
        expect(await store.nextDueAtMs()).toBeNull();
        expect(await store.claimDue(1_000_000, 10, 1000)).toEqual([]);
        expect(await store.insert('a', numbered(2))).toBe(true);
      });
    });

    describe('locks ids', () => {
      it('L2: for one holder at a time', async () => {
        let inside = 0;
        let most = 0;
        const work = async () => {
          most = Math.max(most, ++inside);
          await store.read('a');
          inside -= 1;
        };
        await Promise.all(Array.from({ length: 50 }, () => store.withLock('a', work)));
        expect(most).toBe(1);
        expect(inside).toBe(0);
      });

      it('each by itself: the holder of one does not keep another waiting', async () => {
        const first = gate();
        const held = store.withLock('a', () => first.opened);
        expect(await store.withLock('b', async () => 'done')).toBe('done');
        first.open();
        await held;
      });

      it('and returns the result of the work', async () => {
        expect(await store.withLock('a', async () => 42)).toBe(42);
      });

      it('until the work ends, also when it throws', async () => {
        const thrown = store.withLock('a', async () => {
          throw new Error('broken');
        });
        const next = store.withLock('a', async () => 'mine');
        await expect(thrown).rejects.toThrow('broken');
        expect(await next).toBe('mine');
      });

      it('without keeping reads and updates waiting', async () => {
        await store.insert('a', numbered(1));
        const first = gate();
        const held = store.withLock('a', () => first.opened);
        expect(countOf(await store.update('a', () => numbered(2)))).toBe(2);
        expect(countOf(await store.read('a'))).toBe(2);
        first.open();
        await held;
      });
    });

    describe('notifies its watchers', () => {
      /** The ids that were seen, and a way to wait until there are `count` of them. */
      function watched(): { ids: string[]; seen: (count: number) => Promise<void>; end: () => void } {
        const ids: string[] = [];
        let news = gate();
        const end = store.watch((id) => {
          ids.push(id);
          news.open();
        });
        const seen = async (count: number) => {
          while (ids.length < count) {
            news = gate();
            await news.opened;
          }
        };
        return { ids, seen, end };
      }

      it('of every document that is written or removed', async () => {
        const { ids, seen } = watched();
        await store.insert('a', numbered(1));
        await store.insert('b', numbered(1));
        await store.update('a', () => numbered(2));
        await store.update('b', () => null);
        await seen(4);
        expect(ids).toEqual(['a', 'b', 'a', 'b']);
      });

      it('with the time at which it is due, null for one that is removed', async () => {
        const seen: (number | null)[] = [];
        const news = gate();
        store.watch((_, dueAtMs) => {
          seen.push(dueAtMs);
          if (seen.length === 3) news.open();
        });
        await store.insert('a', numbered(1, 10));
        await store.update('a', () => numbered(1, 20));
        await store.update('a', () => null);
        await news.opened;
        expect(seen).toEqual([10, 20, null]);
      });

      it('of nothing if nothing is written', async () => {
        await store.insert('a', numbered(1));
        const { ids, seen } = watched();
        await store.insert('a', numbered(2));
        await store.update('a', (document) => document);
        await store.update('unknown', () => numbered(1));
        await store.claimDue(2000, 10, 1000);
        await store.insert('b', numbered(1));
        await seen(1);
        expect(ids).toEqual(['b']);
      });

      it('each of them, until it stops watching', async () => {
        const one = watched();
        const other = watched();
        await store.insert('a', numbered(1));
        await Promise.all([one.seen(1), other.seen(1)]);
        one.end();
        await store.insert('b', numbered(1));
        await other.seen(2);
        expect(one.ids).toEqual(['a']);
      });
    });

    describe('keeps one mark', () => {
      it('the last one written; at first there is none', async () => {
        expect(await store.readMark()).toBeUndefined();
        await store.writeMark({ steadyMs: 1 });
        await store.writeMark({ steadyMs: 2, bootId: null });
        expect(await store.readMark()).toEqual({ steadyMs: 2, bootId: null });
      });

      it('that is no document, and never due', async () => {
        await store.writeMark({ steadyMs: 1 });
        expect(await store.nextDueAtMs()).toBeNull();
        expect(await store.read('mark')).toBeUndefined();
      });
    });

    it('is checked by a write that changes nothing', async () => {
      await store.insert('a', numbered(1));
      await store.check();
      const all: unknown[] = [];
      for await (const each of store.all()) all.push(each);
      expect(all).toEqual([['a', numbered(1)]]);
      expect(await store.read('check')).toBeUndefined();
      expect(await store.nextDueAtMs()).toBe(1000);
    });

    describeClaims(() => store, many);
  });
}

import type { Document, Store } from '../../src/storage/store';

const dueAt = (dueAtMs: number): Document => ({ body: null, dueAtMs });

/** Longer than any test's time, for claims that are not to lapse. */
const LONG_MS = 1_000_000;

/**
 * What a store promises of documents that are due; part of `describeStore`.
 *
 * @param many how many documents are many for this store.
 */
export function describeClaims(storeOf: () => Store, many: number): void {
  const insertAll = async (times: Record<string, number>) => {
    for (const [id, dueAtMs] of Object.entries(times)) await storeOf().insert(id, dueAt(dueAtMs));
  };

  describe('hands out what is due', () => {
    it('earliest first, and nothing that is not due yet', async () => {
      await insertAll({ late: 30, early: 10, later: 51, middle: 20, now: 50 });
      expect(await storeOf().claimDue(50, 10, LONG_MS)).toEqual(['early', 'middle', 'late', 'now']);
    });

    it('at most as many as are asked for', async () => {
      await insertAll({ c: 3, a: 1, b: 2 });
      expect(await storeOf().claimDue(50, 2, LONG_MS)).toEqual(['a', 'b']);
      expect(await storeOf().claimDue(50, 0, LONG_MS)).toEqual([]);
      expect(await storeOf().claimDue(50, -1, LONG_MS)).toEqual([]);
      expect(await storeOf().claimDue(50, 2, LONG_MS)).toEqual(['c']);
    });

    it('all of it, where several are due at the same time', async () => {
      await insertAll({ a: 5, b: 5, c: 5 });
      expect((await storeOf().claimDue(5, 10, LONG_MS)).sort()).toEqual(['a', 'b', 'c']);
    });

    it('to one of two that ask at once', async () => {
      for (let at = 0; at < 40; at++) await storeOf().insert(`id${at}`, dueAt(at));
      const claims = await Promise.all([
        storeOf().claimDue(100, 25, LONG_MS),
        storeOf().claimDue(100, 25, LONG_MS),
      ]);
      expect(new Set(claims.flat()).size).toBe(40);
      expect(claims.flat()).toHaveLength(40);
    });

    it('not again before the claim is over, and then again', async () => {
      await insertAll({ a: 10 });
      expect(await storeOf().claimDue(10, 10, 60)).toEqual(['a']);
      expect(await storeOf().claimDue(69, 10, 60)).toEqual([]);
      expect(await storeOf().claimDue(70, 10, 60)).toEqual(['a']);
    });

    it('by its new time as soon as it is updated, claimed or not', async () => {
      await insertAll({ moved: 10, claimed: 10, stays: 40 });
      await storeOf().update('moved', () => dueAt(90));
      expect(await storeOf().claimDue(10, 10, LONG_MS)).toEqual(['claimed']);
      await storeOf().update('claimed', () => dueAt(30));
      expect(await storeOf().claimDue(89, 10, LONG_MS)).toEqual(['claimed', 'stays']);
      expect(await storeOf().claimDue(90, 10, LONG_MS)).toEqual(['moved']);
    });

    it('with its document unchanged by the claim', async () => {
      await insertAll({ a: 10 });
      await storeOf().claimDue(10, 10, 60);
      expect(await storeOf().read('a')).toEqual(dueAt(10));
    });

    it('never once it is removed', async () => {
      await insertAll({ a: 10 });
      await storeOf().claimDue(10, 10, 60);
      await storeOf().update('a', () => null);
      expect(await storeOf().claimDue(LONG_MS, 10, 60)).toEqual([]);
    });

    it(`in order, of ${many}`, async () => {
      // 7919 is a prime: the times are all different, and in no order.
      const times = Array.from({ length: many }, (_, at) => (at * 7919) % many);
      await Promise.all(times.map((dueAtMs) => storeOf().insert(`id${dueAtMs}`, dueAt(dueAtMs))));
      const claimed: string[] = [];
      for (;;) {
        const ids = await storeOf().claimDue(many, 500, LONG_MS);
        if (ids.length === 0) break;
        claimed.push(...ids);
        // As the driver does: what was claimed is moved on, and so is no longer in the way.
        await Promise.all(ids.map((id) => storeOf().update(id, () => null)));
      }
      expect(claimed).toEqual(Array.from({ length: many }, (_, at) => `id${at}`));
    });
  });

  describe('knows when something is next due', () => {
    it('null if there is nothing', async () => {
      expect(await storeOf().nextDueAtMs()).toBeNull();
    });

    it('the earliest time, also when that is over', async () => {
      await insertAll({ b: 20, a: 10, c: 30 });
      expect(await storeOf().nextDueAtMs()).toBe(10);
      await storeOf().update('a', () => dueAt(40));
      expect(await storeOf().nextDueAtMs()).toBe(20);
    });

    it('with the end of its claim for what is claimed', async () => {
      await insertAll({ a: 10 });
      await storeOf().claimDue(15, 10, 60);
      expect(await storeOf().nextDueAtMs()).toBe(75);
    });
  });
}

import { setTimeout as pause } from 'node:timers/promises';

import { Batches } from '../../../../src/storage/postgres/shared/batches';
import { TookTooLong } from '../../../../src/storage/postgres/in-time';

interface Statement {
  readonly items: Record<string, number>;
  readonly end: () => void;
  readonly fail: () => void;
}

/** Batches whose statements end when the test says so; each finds the double of its items. */
function open({ atOnce = 1, most = 100, withinMs = 60_000 } = {}) {
  const statements: Statement[] = [];
  const run = (items: ReadonlyMap<string, number>): Promise<Map<string, number>> =>
    new Promise((resolve, reject) => {
      statements.push({
        items: Object.fromEntries(items),
        end: () => resolve(new Map([...items].map(([key, item]) => [key, 2 * item]))),
        fail: () => reject(new Error('a failure')),
      });
    });
  const batches = new Batches<number, number>(run, { atOnce, most, withinMs });
  const itemsOf = () => statements.map(({ items }) => items);
  return { batches, statements, itemsOf };
}

describe('batches', () => {
  it('ask for all that callers want at one moment in one statement', async () => {
    const { batches, statements, itemsOf } = open();
    const results = Promise.all([batches.add('a', 1), batches.add('b', 2), batches.add('c', 3)]);
    await pause(1);
    expect(itemsOf()).toEqual([{ a: 1, b: 2, c: 3 }]);
    statements[0]?.end();
    expect(await results).toEqual([2, 4, 6]);
  });

  it('collect what comes while as many statements run as may, so many callers in each', async () => {
    const { batches, statements, itemsOf } = open({ atOnce: 2, most: 2 });
    const results = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key, at) => batches.add(key, at));
    await pause(1);
    expect(itemsOf()).toEqual([
      { a: 0, b: 1 },
      { c: 2, d: 3 },
    ]);
    statements[1]?.end();
    await pause(1);
    expect(itemsOf()[2]).toEqual({ e: 4, f: 5 });
    for (const at of [0, 2]) statements[at]?.end();
    await pause(1);
    statements[3]?.end();
    expect(await Promise.all(results)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(statements).toHaveLength(4);
  });

  it('never have one key twice in a statement: the later item counts, for both callers', async () => {
    const { batches, statements, itemsOf } = open();
    const results = Promise.all([batches.add('a', 1), batches.add('a', 2)]);
    await pause(1);
    expect(itemsOf()).toEqual([{ a: 2 }]);
    statements[0]?.end();
    expect(await results).toEqual([4, 4]);
  });

  it('report the failure of a statement to its callers alone', async () => {
    const { batches, statements } = open();
    const failed = batches.add('a', 1);
    await pause(1);
    const later = batches.add('b', 2);
    statements[0]?.fail();
    await expect(failed).rejects.toThrow('a failure');
    await pause(1);
    statements[1]?.end();
    expect(await later).toBe(4);
  });

  it('L10: send everyone away while a statement takes too long, those who wait and those who come', async () => {
    const { batches, statements } = open({ withinMs: 30 });
    const slow = batches.add('a', 1);
    await pause(1);
    const waiting = batches.add('b', 2);
    await expect(slow).rejects.toThrow(TookTooLong);
    await expect(waiting).rejects.toThrow(TookTooLong);
    await expect(batches.add('c', 3)).rejects.toThrow(TookTooLong);
    statements[0]?.end();
    await pause(1);
    const after = batches.add('d', 4);
    await pause(1);
    statements[1]?.end();
    expect(await after).toBe(8);
  });

  it('L10: let no more than a thousand wait', async () => {
    const { batches, statements } = open({ most: 5000 });
    const first = batches.add('first', 1);
    await pause(1);
    const waiting = Array.from({ length: 1000 }, (_, at) => batches.add(String(at), at));
    await expect(batches.add('one more', 1)).rejects.toThrow(TookTooLong);
    statements[0]?.end();
    await pause(1);
    statements[1]?.end();
    expect(await first).toBe(2);
    expect((await Promise.all(waiting)).at(-1)).toBe(1998);
  });
});

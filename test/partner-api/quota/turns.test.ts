import fc from 'fast-check';

import { Turns } from '../../../src/partner-api/quota/turns';

/** Takes everything out, in turn. */
function drain<Item>(turns: Turns<Item>): Item[] {
  const taken: Item[] = [];
  for (let item = turns.take(); item !== undefined; item = turns.take()) taken.push(item);
  return taken;
}

describe('turns of callers', () => {
  it('serves one caller in the order of asking', () => {
    const turns = new Turns<number>();
    for (const item of [1, 2, 3]) turns.add('a', item);
    expect(drain(turns)).toEqual([1, 2, 3]);
  });

  it('lets callers with one item pass a caller with forty', () => {
    const turns = new Turns<string>();
    for (let at = 0; at < 40; at++) turns.add('greedy', `greedy ${at}`);
    for (let at = 0; at < 10; at++) turns.add(`modest ${at}`, `modest ${at}`);
    const order = drain(turns);
    expect(order).toHaveLength(50);
    const last = order.findLastIndex((item) => item.startsWith('modest'));
    expect(order.slice(0, last).filter((item) => item.startsWith('greedy'))).toHaveLength(1);
  });

  it('serves first what had its turn already', () => {
    const turns = new Turns<string>();
    turns.add('a', 'new');
    turns.addFirst('refused');
    expect(drain(turns)).toEqual(['refused', 'new']);
  });

  it('gives no turn to what was taken out', () => {
    const turns = new Turns<string>();
    turns.add('a', 'gone');
    turns.addFirst('gone too');
    turns.add('b', 'there');
    expect(turns.remove('a', 'gone')).toBe(true);
    expect(turns.remove('a', 'gone')).toBe(false);
    expect(turns.remove('x', 'gone too')).toBe(true);
    expect(turns.size).toBe(1);
    expect(drain(turns)).toEqual(['there']);
  });

  it('keeps every item once, and no caller behind by more than one turn of each other', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), (callers) => {
        const turns = new Turns<{ caller: number; at: number }>();
        callers.forEach((caller, at) => turns.add(String(caller), { caller, at }));
        const order = drain(turns);
        expect(order.map(({ at }) => at).sort((a, b) => a - b)).toEqual(callers.map((_, at) => at));
        const served = new Map<number, number>();
        for (const [index, { caller }] of order.entries()) {
          served.set(caller, (served.get(caller) ?? 0) + 1);
          for (const other of new Set(order.slice(index + 1).map((item) => item.caller))) {
            expect((served.get(caller) ?? 0) - (served.get(other) ?? 0)).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});

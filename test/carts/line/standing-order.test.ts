import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import fc from 'fast-check';

import { SlotCounts } from '../../../src/carts/line/slot-counts';
import { StandingOrder } from '../../../src/carts/line/standing-order';

const drain = (order: StandingOrder): string[] => {
  const ids: string[] = [];
  for (let id = order.take(); id !== undefined; id = order.take()) ids.push(id);
  return ids;
};

describe('the counts of slots', () => {
  it('are those of a plain list, whatever is appended and changed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ append: fc.boolean(), slot: fc.nat(), count: fc.integer({ min: -3, max: 3 }) })),
        (steps) => {
          const counts = new SlotCounts();
          const plain: number[] = [];
          for (const { append, slot, count } of steps) {
            if (append || plain.length === 0) {
              expect(counts.append(count)).toBe(plain.length);
              plain.push(count);
            } else {
              const at = slot % plain.length;
              counts.add(at, count);
              plain[at] = (plain[at] ?? 0) + count;
            }
            for (let at = 0; at <= plain.length; at++) {
              expect(counts.before(at)).toBe(plain.slice(0, at).reduce((sum, each) => sum + each, 0));
            }
          }
        },
      ),
    );
  });
});

describe('the order of the line', () => {
  it('is that of arrival for callers with one cart each', () => {
    const order = new StandingOrder();
    for (const id of ['a', 'b', 'c']) order.join(id, id);
    expect(drain(order)).toEqual(['a', 'b', 'c']);
  });

  it('keeps nothing of carts that have passed through it', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const order = new StandingOrder();
    const usedBytes = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const before = usedBytes();
    for (let at = 0; at < 200_000; at++) {
      order.join(`cart ${at}`, `caller ${at}`);
      order.take();
    }
    expect(usedBytes() - before).toBeLessThan(5_000_000);
    expect(order.size).toBe(0);
  });

  it('is not changed by a look at the next one', () => {
    const order = new StandingOrder();
    for (const id of ['a1', 'a2']) {
      order.join(id, 'a');
      expect(order.next()).toBe('a1');
    }
    order.join('b1', 'b');
    expect(drain(order)).toEqual(['a1', 'b1', 'a2']);
  });

  it('lets ten with one cart each pass an address with forty', () => {
    const order = new StandingOrder();
    for (let at = 0; at < 40; at++) order.join(`many ${at}`, 'many');
    order.take();
    for (let at = 0; at < 10; at++) order.join(`one ${at}`, `one ${at}`);
    const ids = drain(order);
    const before = ids.slice(0, ids.indexOf('one 9')).filter((id) => id.startsWith('many'));
    expect(before.length).toBeLessThanOrEqual(2);
  });

  it('keeps nobody waiting for ever, however many newcomers there are', () => {
    const order = new StandingOrder();
    order.join('first', 'many');
    order.join('second', 'many');
    const served: (string | undefined)[] = [];
    for (let at = 0; at < 20; at++) {
      order.join(`newcomer ${at}`, `newcomer ${at}`);
      order.join(`another ${at}`, `another ${at}`);
      served.push(order.take());
    }
    expect(served).toContain('second');
  });

  it('puts one whose turn was in vain before all others', () => {
    const order = new StandingOrder();
    for (const id of ['a', 'b', 'c']) order.join(id, id);
    const id = order.take() ?? '';
    order.joinFirst(id);
    expect(order.ahead('a')).toBe(0);
    expect(order.ahead('b')).toBe(1);
    expect(drain(order)).toEqual(['a', 'b', 'c']);
  });

  it('states for each how many are served before it, as others come and go', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('join' as const), caller: fc.nat(4) }),
      fc.record({ kind: fc.constant('leave' as const), which: fc.nat() }),
      fc.record({ kind: fc.constant('take' as const) }),
      fc.record({ kind: fc.constant('first' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const order = new StandingOrder();
        let standing: string[] = [];
        let next = 0;
        for (const each of steps) {
          if (each.kind === 'join') {
            const id = `${next++}`;
            order.join(id, `${each.caller}`);
            standing.push(id);
          } else if (each.kind === 'leave') {
            const id = standing[each.which % Math.max(standing.length, 1)];
            if (id === undefined) continue;
            order.leave(id);
            standing = standing.filter((other) => other !== id);
          } else {
            const id = order.take();
            expect(id === undefined).toBe(standing.length === 0);
            if (id === undefined) continue;
            standing = standing.filter((other) => other !== id);
            if (each.kind === 'first') {
              order.joinFirst(id);
              standing.push(id);
            }
          }
          expect(order.size).toBe(standing.length);
        }
        const places = new Map(standing.map((id) => [id, order.ahead(id)]));
        for (const [at, id] of drain(order).entries()) expect(places.get(id)).toBe(at);
        expect(order.ahead('unknown')).toBeNull();
      }),
    );
  });
});

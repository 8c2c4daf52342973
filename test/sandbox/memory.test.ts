import { Agenda } from '../../src/sandbox/agenda';
import { Carts } from '../../src/sandbox/carts';
import { Inventory } from '../../src/sandbox/inventory';
import { ManualClock } from './manual-clock';

describe('a long run', () => {
  it('forgets an ended cart after ten minutes, and a session that nobody used', () => {
    const clock = new ManualClock();
    const carts = new Carts(new Agenda(clock), new Inventory(), 299);
    const deleted = carts.create(true, clock.now());
    const unused = carts.create(true, clock.now());
    carts.delete(deleted, clock.now());
    clock.advance(599_999);
    expect([carts.find(deleted.id), carts.find(unused.id)]).toEqual([deleted, unused]);
    clock.advance(1);
    expect([carts.find(deleted.id), unused.ended]).toEqual([undefined, true]);
    clock.advance(600_000);
    expect(carts.find(unused.id)).toBeUndefined();
  });
});

import { Schedule } from '../../../src/sandbox/time/schedule';
import { EDITIONS } from '../../../src/sandbox/editions';
import { Carts } from '../../../src/sandbox/carts/carts';
import { Inventory } from '../../../src/sandbox/seats/inventory';
import { ManualClock } from '../support/manual-clock';

describe('Carts', () => {
  it('drops an ended cart, and a session without a reserve, after ten minutes', () => {
    const clock = new ManualClock();
    const carts = new Carts(new Schedule(clock), new Inventory(), 299, EDITIONS[2015]);
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

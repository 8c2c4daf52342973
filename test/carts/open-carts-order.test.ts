import fc from 'fast-check';

import { newCart } from '../../src/carts/lifecycle/new-cart';
import type { Account, CartRecord } from '../../src/carts/lifecycle/record';
import { OpenCarts } from '../../src/carts/open-carts';

const TIMES = { leaseMs: 1, giveUpMs: 1, releaseGraceMs: 0, openSinceMs: 0, interruptedAfterMs: 1 };
const ACCOUNTS: readonly (readonly Account[])[] = [
  [{ name: 'address a', mostCarts: 2 }],
  [{ name: 'address b', mostCarts: 3 }],
  [
    { name: 'address a', mostCarts: 2 },
    { name: 'frontend', mostCarts: 3 },
  ],
  [
    { name: 'address b', mostCarts: 3 },
    { name: 'frontend', mostCarts: 3 },
  ],
  [],
];

/** A line that serves one cart at a time, in the order of arrival; those who have to wait for their account are aside. */
class Morning {
  readonly carts = new OpenCarts();
  readonly order: string[] = [];
  readonly records = new Map<string, CartRecord>();
  /** Those that upstream knows. */
  readonly held = new Set<string>();
  #arrivals = 0;

  arrive(accounts: readonly Account[]): void {
    const id = `${this.#arrivals++}`;
    if (this.carts.admit(id, accounts, this.#arrivals) !== null) return;
    const request = { eventId: 'event', tickets: [], acceptBestAvailable: true };
    const of = { id, eventId: 'event', currency: null, caller: { ip: '' }, accounts, requestId: '' };
    const record = newCart(
      { ...of, fingerprint: null, edition: '2015', request, captchaToken: null },
      this.#arrivals,
      TIMES,
    );
    this.records.set(id, record);
    this.carts.note(id, record);
    this.order.push(id);
  }

  /** Serves the first for whom there is room. `isRefused`: upstream refuses it, and it stands first in line again. */
  serve(isRefused: boolean): void {
    this.order.unshift(...this.carts.takeBack());
    for (let id = this.order.shift(); id !== undefined; id = this.order.shift()) {
      if (this.carts.hasRoom(id)) {
        this.carts.claim(id);
        const record = this.records.get(id);
        if (!record) throw new Error('A cart that has ended was served.');
        if (isRefused) this.order.unshift(id);
        else {
          this.held.add(id);
          this.carts.note(id, { ...record, state: 'HELD', upstreamCartId: id });
        }
        this.carts.unclaim(id);
        return;
      }
      this.carts.setAside(id);
    }
  }

  /** A cart ends, whether it was served or not. */
  end(id: string): void {
    const record = this.records.get(id);
    if (!record) return;
    this.records.delete(id);
    this.held.delete(id);
    if (this.order.includes(id)) this.order.splice(this.order.indexOf(id), 1);
    this.carts.note(id, { ...record, state: 'DELETED', endedAtMs: 0 });
  }

  openOn(name: string): number {
    const accountsOf = (id: string) => this.records.get(id)?.accounts ?? [];
    return [...this.held].filter((id) => accountsOf(id).some((account) => account.name === name)).length;
  }
}

const step = fc.oneof(
  fc.record({ kind: fc.constant('arrive' as const), of: fc.nat(ACCOUNTS.length - 1) }),
  fc.record({ kind: fc.constant('serve' as const), isRefused: fc.boolean() }),
  fc.record({ kind: fc.constant('end' as const), which: fc.nat() }),
);

test('whatever comes and goes, no account is over its limit, and everyone is served in the end', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const morning = new Morning();
      const isWithin = () =>
        morning.openOn('address a') <= 2 &&
        morning.openOn('address b') <= 3 &&
        morning.openOn('frontend') <= 3;
      for (const each of steps) {
        if (each.kind === 'arrive') morning.arrive(ACCOUNTS[each.of] ?? []);
        else if (each.kind === 'serve') morning.serve(each.isRefused);
        else morning.end([...morning.records.keys()][each.which % Math.max(morning.records.size, 1)] ?? '');
        expect(isWithin()).toBe(true);
      }
      for (let rest = morning.records.size; rest > 0; rest = morning.records.size) {
        while (morning.order.length > 0) morning.serve(false);
        morning.serve(false);
        const [first] = morning.held;
        // Nobody is left aside while nothing is open.
        expect(first).toBeDefined();
        morning.end(first ?? '');
        expect(isWithin()).toBe(true);
      }
      expect(morning.carts.aside).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

test('a place says after how many of its own address a cart is served, and never gets worse', () => {
  const morning = new Morning();
  for (let carts = 0; carts < 6; carts++) morning.arrive(ACCOUNTS[0] ?? []);
  const positions = () => ['2', '3', '4', '5'].map((id) => morning.carts.placeOf(id).position);
  expect(positions()).toEqual([1, 2, 3, 4]);
  while (morning.order.length > 0) morning.serve(false);
  expect(positions()).toEqual([1, 2, 3, 4]);
  morning.end('3');
  expect(positions()).toEqual([1, 0, 2, 3]);
  morning.end('0');
  expect(morning.carts.takeBack()).toEqual(['2']);
});

test('a cart that waits for its frontend keeps no room of its address from the others', () => {
  const morning = new Morning();
  const [ofA, , ofAAndFrontend, ofBAndFrontend] = ACCOUNTS.map((accounts) => accounts ?? []);
  for (const accounts of [ofAAndFrontend, ofA, ofA, ofBAndFrontend, ofBAndFrontend, ofBAndFrontend]) {
    morning.arrive(accounts ?? []);
  }
  // The turn of the first comes to nothing, after the second took the last room of the address, and the third was set aside.
  morning.carts.claim('0');
  morning.order.splice(0, 1);
  morning.serve(false);
  morning.serve(false);
  morning.serve(false);
  morning.carts.unclaim('0');
  // Another cart of the frontend takes its last room first.
  morning.serve(false);
  morning.order.unshift('0');
  expect(morning.carts.hasRoom('0')).toBe(false);
  morning.serve(false);
  morning.serve(false);
  expect(morning.held).toContain('2');
});

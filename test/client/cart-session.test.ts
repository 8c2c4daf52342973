import { CartSession } from '../../packages/client/src';
import { CREATE, DELETE, FORCE_POLLING, POLL, type Result, TWO_TICKETS, askOne } from '../support/carts';
import { BUYER, PAY, POLL_CHECKOUT, PURCHASE, SHIP } from '../support/checkout';
import { type House, openHouse } from '../support/house';
import { complaints, isAllGivenBack, lookAtCart, requests, untilAllGivenBack } from '../carts/mutations/shop';
import { FakeBrowser, type FakePage } from './fake-browser';

const CART = 'id status holdExpiresAt holdSeconds leaseExpiresAt releaseUrl';
const KEEP = `mutation Keep($id: ID!) { keepCart(id: $id) { __typename ${CART} } }`;

/** What the page of this test stores with its cart. */
interface Memo {
  readonly eventId: string;
  readonly idempotencyKey: string;
}
const isMemo = (value: unknown): value is Memo =>
  typeof value === 'object' && value !== null && 'eventId' in value && 'idempotencyKey' in value;

const GRACE_MS = 10_000;
const LEASE_MS = 120_000;
/** What a session may take to name the cart after its page has come back. */
const MOMENT_MS = 1500;

let house: House;
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
});
afterEach(async () => {
  expect(complaints(house)).toEqual([]);
  await house.close();
});

/** Resolves after `ms` of the house's clock. */
const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = house.clock.after(ms, done);
    signal?.addEventListener('abort', done);
  });

/** A page with a session. Its calls end with it, as those of a closed page do. */
function open(storage?: 'works' | 'blocked' | 'full') {
  const page = browser.openPage(storage);
  const ask = async (query: string, variables: Record<string, unknown>, headers = {}): Promise<Result> => {
    const never = new Promise(() => {});
    if (page.isGone()) return never;
    const answer = await askOne(house, query, variables, headers);
    return page.isGone() ? never : answer;
  };
  const session = new CartSession<Result, Result, Memo>(
    {
      poll: (token) => ask(POLL_CHECKOUT, { token }),
      keep: (id) => ask(KEEP, { id }),
      remove: (input) => ask(DELETE, { input }),
    },
    { isMemo, page, sleep, now: house.clock.now },
  );
  session.start();
  return { page, session, ask };
}
type Tab = ReturnType<typeof open>;

const memoOf = (idempotencyKey: string): Memo => ({ eventId: TWO_TICKETS.eventId, idempotencyKey });
const KEY = '5b0f6f0e-7d0c-4b58-9d5e-0f4f1c1f2a33';

/** Asks for two tickets. */
const reserve = ({ session, ask }: Tab, headers = {}): Promise<Result> =>
  session.carryOut(
    () => ask(CREATE, { input: { ...TWO_TICKETS, idempotencyKey: KEY } }, headers),
    memoOf(KEY),
  );

/** A tab that holds seats. */
async function holdSeats(
  storage?: 'works' | 'blocked' | 'full',
  headers = {},
): Promise<Tab & { id: string }> {
  const tab = open(storage);
  const { id } = await house.clock.until(reserve(tab, headers));
  return { ...tab, id };
}

const comesTo = ({ session }: Tab, status: string, withinMs?: number) =>
  house.clock.untilTrue(() => session.state.status === status, withinMs);

const stored = () => browser.entries.get('stagedoor-cart');
const isHeld = async (id: string) => (await lookAtCart(house, id)).status === 'HELD';

/** Long enough for every grace and lease to end. No call of this function names the cart. */
const waitLong = () => house.clock.pass(2 * LEASE_MS);
/** Moves the clock past the grace in steps, so that pages can act in it. */
const waitForGrace = () => house.clock.pass(GRACE_MS + 2000);

const secondsLeft = ({ session }: Tab) => ((session.state.holdEndsAtMs ?? 0) - house.clock.now()) / 1000;

describe('a cart session', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  it('follows the call that creates the cart, and knows its hold', async () => {
    const tab = open();
    const seen: string[] = [];
    tab.session.subscribe(() => seen.push(tab.session.state.status));
    const cart = await house.clock.until(reserve(tab, FORCE_POLLING));
    expect(cart).toMatchObject({ __typename: 'Cart', status: 'HELD' });
    expect(new Set(seen)).toEqual(new Set(['pending', 'open']));
    expect(tab.session.state).toMatchObject({ status: 'open', cart: { id: cart.id }, result: null });
    expect(secondsLeft(tab)).toBeCloseTo(cart.holdSeconds, 0);
  });

  it('renews the lease for as long as the page is open', async () => {
    const { id } = await holdSeats();
    await waitLong();
    expect(house.sandbox.report().openCarts).toBe(1);
    expect(await isHeld(id)).toBe(true);
  });

  it('R-CLEANUP-2: gives the seats back within grace and two seconds of the page', async () => {
    const { page } = await holdSeats();
    page.close();
    await untilAllGivenBack(house, GRACE_MS + 2000);
  });

  it.each(['blocked', 'full'] as const)('works for its page where the storage is %s', async (storage) => {
    const tab = await holdSeats(storage);
    await waitLong();
    expect(house.sandbox.report().openCarts).toBe(1);
    tab.page.fire('pagehide', { persisted: true });
    tab.page.fire('pageshow', { persisted: true });
    await waitForGrace();
    expect(tab.session.state.status).toBe('open');
    expect(stored()).toBeUndefined();
    tab.page.close();
    await untilAllGivenBack(house, GRACE_MS + 2000);
  });

  it('leaves: deletes the cart at once and keeps nothing', async () => {
    const tab = await holdSeats();
    tab.session.leave();
    expect(tab.session.state.status).toBe('none');
    expect(stored()).toBeUndefined();
    await untilAllGivenBack(house, 2000);
  });

  it('leaves before the cart has a name: what comes is deleted', async () => {
    const tab = open();
    const reserved = reserve(tab);
    tab.session.leave();
    expect(await house.clock.until(reserved)).toBeUndefined();
    await house.clock.untilTrue(() => requests(house).reserve === 1);
    await untilAllGivenBack(house, 5000);
  });

  it('ends with the failure of a call that creates no cart, and keeps nothing', async () => {
    const tab = open();
    const input = { ...TWO_TICKETS, tickets: [{ ticketId: '999', quantity: 2 }] };
    const result = await house.clock.until(
      tab.session.carryOut(() => tab.ask(CREATE, { input }), memoOf(KEY)),
    );
    expect(result).toMatchObject({ __typename: 'InvalidInput' });
    expect(tab.session.state).toMatchObject({ status: 'ended', result, cart: null });
    expect(stored()).toBeUndefined();
  });

  it('rejects with what the call rejects with, and still holds the seats', async () => {
    const tab = await holdSeats();
    const failing = tab.session.carryOut(() => Promise.reject(new Error('There is no network.')));
    await expect(failing).rejects.toThrow('There is no network.');
    expect(tab.session.state).toMatchObject({ status: 'open', cart: { id: tab.id } });
    expect(stored()).toContain(tab.id);
  });

  it('notices that the hold has ended', async () => {
    const tab = await holdSeats();
    await house.clock.pass(secondsLeft(tab) * 1000 + 1000);
    await house.clock.until(tab.session.refresh());
    expect(tab.session.state).toMatchObject({ status: 'ended', cart: { status: 'EXPIRED' } });
    expect(stored()).toBeUndefined();
  });
});

describe('a cart session with a short lease', () => {
  it('renews it in time', async () => {
    house = await openHouse({ env: { CART_LEASE_SECONDS: '8' } });
    const { id } = await holdSeats();
    await house.clock.pass(60_000);
    expect(await isHeld(id)).toBe(true);
  });
});

describe('a cart session after its page has come back', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  const reload = ({ page }: Tab): Tab => {
    page.close();
    return open();
  };
  const discard = ({ page }: Tab): Tab => {
    page.discard();
    return open();
  };

  it.each([
    ['a reload', reload],
    ['a discarded tab', discard],
  ])('has its seats, with the right countdown: %s', async (_, comeBack) => {
    const before = await holdSeats();
    await house.clock.pass(20_000);
    const tab = comeBack(before);
    expect(tab.session.state).toMatchObject({ status: 'returning', memo: memoOf(KEY) });
    await comesTo(tab, 'open', MOMENT_MS);
    expect(tab.session.state).toMatchObject({ cart: { id: before.id, status: 'HELD' } });
    const { holdSeconds } = await lookAtCart(house, before.id);
    expect(secondsLeft(tab)).toBeCloseTo(holdSeconds, 0);
    await waitLong();
    expect(await isHeld(before.id)).toBe(true);
  });

  it.each([
    ['a reload', reload],
    ['a discarded tab', discard],
  ])('follows the call that creates the cart to its end: %s', async (_, comeBack) => {
    const before = open();
    void reserve(before, FORCE_POLLING);
    await house.clock.untilTrue(() => before.session.state.pending !== null);
    const tab = comeBack(before);
    await comesTo(tab, 'pending');
    await comesTo(tab, 'open');
    await waitForGrace();
    expect(tab.session.state).toMatchObject({ cart: { status: 'HELD' } });
    expect(requests(house).reserve).toBe(1);
  });

  it('knows that the call that creates the cart was not answered; repeated, it is the same cart', async () => {
    const before = open();
    void reserve(before);
    before.page.close();
    const tab = open();
    expect(tab.session.state).toMatchObject({ status: 'unanswered', memo: memoOf(KEY) });
    expect(await house.clock.until(reserve(tab))).toMatchObject({ __typename: 'Cart' });
    expect(requests(house).reserve).toBe(1);
  });

  it('knows so, too, if the browser cancels the call before it closes the page', async () => {
    const before = open();
    const cancelled = before.session.carryOut(() => Promise.reject(new TypeError('cancelled')), memoOf(KEY));
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(before.session.state.status).toBe('none');
    before.page.close();
    expect(open().session.state).toMatchObject({ status: 'unanswered', memo: memoOf(KEY) });
  });

  it('from the back/forward cache, has its seats', async () => {
    const tab = await holdSeats();
    tab.page.fire('pagehide', { persisted: true });
    await house.clock.pass(GRACE_MS / 2);
    tab.page.fire('pageshow', { persisted: true });
    await waitForGrace();
    expect(tab.session.state.status).toBe('open');
    expect(await isHeld(tab.id)).toBe(true);
  });

  it('from the back/forward cache after the grace, knows that the seats are gone', async () => {
    const tab = await holdSeats();
    tab.page.fire('pagehide', { persisted: true });
    // A page in the cache does not run.
    house.clock.advance(GRACE_MS + 1000);
    await untilAllGivenBack(house);
    tab.page.fire('pageshow', { persisted: true });
    await comesTo(tab, 'ended');
    expect(tab.session.state.cart).toMatchObject({ status: 'DELETED' });
  });

  it('comes back to the outcome of a purchase that was under way', async () => {
    const before = await readyToBuy();
    void before.buy();
    await house.clock.untilTrue(() => before.session.state.pending !== null);
    const tab = reload(before);
    await comesTo(tab, 'ended');
    expect(tab.session.state.result).toMatchObject({ __typename: 'PurchaseReceipt' });
    expect(house.sandbox.report().purchases).toBe(1);
    expect(stored()).toBeUndefined();
  });

  it('comes back to the outcome of a purchase whose first answer it missed', async () => {
    const before = await readyToBuy();
    void before.buy();
    await house.clock.untilTrue(() => requests(house).purchase === 1);
    before.page.discard();
    const tab = open();
    await comesTo(tab, 'ended');
    expect(tab.session.state.cart).toMatchObject({ status: 'PURCHASED' });
    expect(house.sandbox.report().purchases).toBe(1);
  });

  it('stores no buyer, ever', async () => {
    const { buy } = await readyToBuy();
    await house.clock.until(buy());
    const all = browser.everStored.join();
    for (const secret of [BUYER.firstName, BUYER.lastName, BUYER.email, BUYER.address.line1, '1234567890']) {
      expect(all).not.toContain(secret);
    }
    expect(browser.entries.size).toBe(0);
  });

  it.each([
    ['of another version of the page', '{"cartId":null,"memo":{}}'],
    ['that is no JSON', 'nonsense'],
  ])('does not mind an entry %s', (_, entry) => {
    browser.entries.set('stagedoor-cart', entry);
    expect(open().session.state.status).toBe('none');
  });

  it('does not bring up a cart of an hour ago: another person may sit there now', async () => {
    const { page } = await holdSeats();
    page.discard();
    const entry = JSON.parse(stored() ?? '');
    browser.entries.set(
      'stagedoor-cart',
      JSON.stringify({ ...entry, savedAtMs: entry.savedAtMs - 61 * 60_000 }),
    );
    expect(open().session.state.status).toBe('none');
    expect(stored()).toBeUndefined();
  });
});

/** A tab with a cart that only has to be bought. Every call polls. */
async function readyToBuy() {
  const tab = await holdSeats('works', FORCE_POLLING);
  const { session, ask, id: cartId } = tab;
  const step = (query: string, input: object) =>
    session.carryOut(() => ask(query, { input: { cartId, ...input } }));
  await house.clock.until(step(SHIP, { shippingOptionId: '4' }));
  const paid = await house.clock.until(
    step(PAY, { buyer: BUYER, method: { invoiceReference: '1234567890' } }),
  );
  const expectedTotal: string = paid.totals.grand.amount;
  return { ...tab, buy: () => step(PURCHASE, { expectedTotal }) };
}

describe('cart sessions of two tabs', () => {
  beforeEach(async () => {
    house = await openHouse();
  });

  async function twoTabs(headers = {}) {
    const first = await holdSeats('works', headers);
    const second = open();
    await comesTo(second, 'open');
    return { first, second, id: first.id };
  }

  it('show the same cart, with the same countdown', async () => {
    const { first, second, id } = await twoTabs();
    expect(second.session.state.cart).toMatchObject({ id, status: 'HELD' });
    expect(secondsLeft(second)).toBeCloseTo(secondsLeft(first), 0);
  });

  it('keep it when one of them closes, and give it back when both have', async () => {
    const { first, second, id } = await twoTabs();
    await house.clock.pass(GRACE_MS);
    first.page.close();
    await waitForGrace();
    expect(await isHeld(id)).toBe(true);
    second.page.close();
    await untilAllGivenBack(house, GRACE_MS + 2000);
  });

  it('keep it when one of them closes, and its beacon is slow', async () => {
    const { first, id } = await twoTabs();
    await house.clock.pass(GRACE_MS);
    browser.whenSent = (send) => void house.clock.after(1500, send);
    first.page.close();
    await house.clock.pass(GRACE_MS + 4000);
    expect(await isHeld(id)).toBe(true);
  });

  it('keep it when both reload', async () => {
    const { first, second, id } = await twoTabs();
    first.page.close();
    second.page.close();
    const tabs = [open(), open()];
    await waitForGrace();
    for (const tab of tabs) expect(tab.session.state).toMatchObject({ status: 'open', cart: { id } });
  });

  it('both see that one has given it back', async () => {
    const { first, second } = await twoTabs();
    first.session.leave();
    await comesTo(second, 'ended');
    expect(second.session.state.cart).toMatchObject({ status: 'DELETED' });
  });

  it('both see that one has bought it', async () => {
    const { buy } = await readyToBuy();
    const second = open();
    await comesTo(second, 'open');
    await house.clock.until(buy());
    await comesTo(second, 'ended');
    expect(second.session.state.result).toMatchObject({ __typename: 'PurchaseReceipt' });
    expect(house.sandbox.report().purchases).toBe(1);
  });

  it('both follow an operation of one', async () => {
    const { first, second, id: cartId } = await twoTabs(FORCE_POLLING);
    const shipped = first.session.carryOut(() =>
      first.ask(SHIP, { input: { cartId, shippingOptionId: '4' } }),
    );
    await house.clock.untilTrue(() => second.session.state.pending !== null);
    await house.clock.until(shipped);
    await comesTo(second, 'open');
  });

  it('both go to the next cart of one', async () => {
    const { first, second, id } = await twoTabs();
    first.session.leave();
    await house.clock.until(
      first.session.carryOut(
        () => first.ask(CREATE, { input: TWO_TICKETS }),
        memoOf('another-key-of-this-shopper'),
      ),
    );
    const next = first.session.state.cart?.id;
    expect(next).not.toBe(id);
    await house.clock.untilTrue(() => second.session.state.cart?.id === next);
    expect(second.session.state.status).toBe('open');
  });

  it('are quiet: no tab wakes the other without news', async () => {
    const { first, second, id: cartId } = await twoTabs(FORCE_POLLING);
    const storedBefore = browser.everStored.length;
    await house.clock.until(
      first.session.carryOut(() => first.ask(SHIP, { input: { cartId, shippingOptionId: '4' } })),
    );
    await comesTo(second, 'open');
    await house.clock.pass(10_000);
    // Begun, its token, its result, and what each tab saw of the other's: not one more every two seconds.
    expect(browser.everStored.length - storedBefore).toBeLessThanOrEqual(8);
  });
});

/** The gateway cannot be reached for a while. */
describe('a cart session in a tunnel', () => {
  it('goes on after it', async () => {
    house = await openHouse();
    const page: FakePage = browser.openPage();
    let isDown = false;
    const ask = (query: string, variables: Record<string, unknown>, headers = {}): Promise<Result> =>
      isDown ? Promise.reject(new Error('down')) : askOne(house, query, variables, headers);
    const session = new CartSession<Result, Result, Memo>(
      {
        poll: (token) => ask(POLL, { token }),
        keep: (id) => ask(KEEP, { id }),
        remove: (input) => ask(DELETE, { input }),
      },
      { isMemo, page, sleep, now: house.clock.now },
    );
    session.start();
    const reserved = session.carryOut(() => ask(CREATE, { input: TWO_TICKETS }, FORCE_POLLING), memoOf(KEY));
    await house.clock.untilTrue(() => session.state.pending !== null);
    isDown = true;
    await house.clock.pass(15_000);
    expect(session.state.status).toBe('pending');
    isDown = false;
    expect(await house.clock.until(reserved)).toMatchObject({ __typename: 'Cart' });
    session.leave();
    await house.clock.untilTrue(() => isAllGivenBack(house));
    session.stop();
  });
});

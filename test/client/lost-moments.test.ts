import { setImmediate as turn } from 'node:timers/promises';

import { CartSession } from '../../packages/client/src';
import type { Result } from '../support/carts';
import { FakeClock } from '../support/fake-clock';
import { FakeBrowser } from './fake-browser';

interface Memo {
  readonly idempotencyKey: string;
}
const isMemo = (value: unknown): value is Memo =>
  typeof value === 'object' && value !== null && 'idempotencyKey' in value;
const MEMO = { idempotencyKey: 'the-key' };

const CART: Result = {
  __typename: 'Cart',
  id: 'cart',
  status: 'HELD',
  holdSeconds: 300,
  holdExpiresAt: '2026-06-15T18:05:00Z',
  leaseExpiresAt: '2026-06-15T18:02:00Z',
  releaseUrl: 'http://127.0.0.1:1/',
};
const UNKNOWN: Result = { __typename: 'OutcomeUnknown', token: 'unknown', retryAfterSeconds: 5 };

let clock: FakeClock;
let browser: FakeBrowser;
/** The calls that the sessions made. */
let diary: string[];
beforeEach(() => {
  clock = new FakeClock();
  browser = new FakeBrowser();
  diary = [];
});

const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      cancel();
      resolve();
    };
    const cancel = clock.after(ms, done);
    signal?.addEventListener('abort', done);
  });

/** A tab with a session, whose gateway knows one cart and never learns the outcome of a purchase. */
function open(
  storage?: 'blocked' | 'works',
  keep: () => Promise<Result> = async () => CART,
  poll: () => Promise<Result> = async () => UNKNOWN,
) {
  const page = browser.openPage(storage);
  const session = new CartSession<Result, Result, Memo>(
    {
      poll: async (token) => {
        diary.push(`poll ${token}`);
        return poll();
      },
      keep,
      remove: async (input) => void diary.push(`remove ${Object.values(input).join()}`),
    },
    { isMemo, page, sleep, now: clock.now },
  );
  session.start();
  return { page, session };
}

/** A call that is answered when the test says so. */
function call() {
  let answer = (_result: Result) => {};
  const start = () => new Promise<Result>((resolve) => (answer = resolve));
  return { start, answer: (result: Result) => answer(result) };
}

describe('a cart session whose purchase has an unknown outcome', () => {
  async function buyInDoubt() {
    const { session } = open();
    await session.carryOut(async () => CART, MEMO);
    const bought = session.carryOut(async () => UNKNOWN);
    await turn();
    expect(session.state).toMatchObject({ status: 'pending', pending: UNKNOWN });
    return { session, bought };
  }

  it('polls until it is known', async () => {
    await buyInDoubt();
    await clock.pass(11_000);
    expect(diary).toEqual(['poll unknown', 'poll unknown']);
  });

  it('polls no more once it is left, and has no cart', async () => {
    const { session, bought } = await buyInDoubt();
    session.leave();
    expect(await clock.until(bought)).toBeUndefined();
    await clock.pass(60_000);
    expect(session.state.status).toBe('none');
    expect(diary).toEqual(['remove cart']);
  });

  it('polls no more once it is stopped', async () => {
    const { session, bought } = await buyInDoubt();
    session.stop();
    expect(await clock.until(bought)).toBeUndefined();
    await clock.pass(60_000);
    expect(diary).toEqual([]);
  });
});

describe('a cart session while the call that creates the cart is not answered', () => {
  it('is not repeated by an open tab, which hears of the cart', async () => {
    const [first, second] = [open(), open()];
    const creation = call();
    const created = first.session.carryOut(creation.start, MEMO);
    expect(second.session.state.status).toBe('none');
    creation.answer(CART);
    await created;
    await clock.untilTrue(() => second.session.state.status === 'open');
  });

  it('keeps the cart that a new tab gets by repeating the call', async () => {
    const first = open();
    const creation = call();
    const created = first.session.carryOut(creation.start, MEMO);
    const second = open();
    expect(second.session.state.status).toBe('unanswered');
    const repetition = call();
    const repeated = second.session.carryOut(repetition.start, MEMO);
    creation.answer(CART);
    await created;
    repetition.answer(CART);
    await repeated;
    expect(diary).toEqual([]);
    for (const { session } of [first, second]) {
      await clock.untilTrue(() => session.state.status === 'open');
    }
  });

  it('does not offer to repeat a call that another tab has seen fail', async () => {
    const first = open();
    const creation = call();
    const created = first.session.carryOut(creation.start, MEMO);
    const second = open();
    expect(second.session.state.status).toBe('unanswered');
    creation.answer({ __typename: 'NoInventory' });
    await created;
    expect(second.session.state.status).toBe('none');
  });

  it('can be stopped and started: the call is repeated, and its cart kept', async () => {
    const { session } = open();
    const creation = call();
    const created = session.carryOut(creation.start, MEMO);
    session.stop();
    expect(session.state.status).toBe('none');
    session.start();
    expect(session.state).toMatchObject({ status: 'unanswered', memo: MEMO });
    const repetition = call();
    const repeated = session.carryOut(repetition.start, MEMO);
    creation.answer(CART);
    expect(await created).toBeUndefined();
    repetition.answer(CART);
    expect(await repeated).toBe(CART);
    expect(session.state).toMatchObject({ status: 'open', cart: CART });
    expect(diary).toEqual([]);
  });

  it('gives back a cart that nothing names after it was stopped', async () => {
    const { session } = open('blocked');
    const creation = call();
    const created = session.carryOut(creation.start, MEMO);
    session.stop();
    creation.answer(CART);
    await created;
    expect(diary).toEqual(['remove cart']);
  });
});

describe('a cart session whose operation ends while the cart is read', () => {
  it('shows the cart of the operation, not the older one', async () => {
    const reading = call();
    const { session } = open('works', reading.start);
    await session.carryOut(async () => CART, MEMO);
    const operation = call();
    const done = session.carryOut(operation.start);
    const read = session.refresh();
    const changed = { ...CART, shipping: { shippingOptionId: '4' } };
    operation.answer(changed);
    await done;
    reading.answer(CART);
    await read;
    expect(session.state).toMatchObject({ status: 'open', cart: changed });
  });
});

describe('a cart session whose cart another tab buys meanwhile', () => {
  it('reads it until it is bought', async () => {
    let status = 'PURCHASING';
    const { session } = open('works', async () => ({ ...CART, status }));
    await session.carryOut(async () => CART, MEMO);
    await session.carryOut(async () => ({ ...CART, status }));
    expect(session.state).toMatchObject({ status: 'pending', cart: { status } });
    status = 'PURCHASED';
    await clock.untilTrue(() => session.state.status === 'ended', 3000);
    expect(session.state).toMatchObject({ cart: { status } });
  });
});

describe('a cart session in line, whose polls fail for long', () => {
  it('follows its place again once the gateway answers, and says why the line has ended', async () => {
    const inLine: Result = {
      __typename: 'Pending',
      token: 'in line',
      waitSeconds: 4,
      releaseUrl: CART.releaseUrl,
      cart: { id: CART.id },
    };
    const soldOut: Result = { __typename: 'NoInventory' };
    let answer = (): Promise<Result> => Promise.reject(new Error('The ledger is away.'));
    const { session } = open(
      'works',
      async () => ({ ...CART, status: 'PENDING', holdSeconds: null }),
      () => answer(),
    );
    const created = session.carryOut(async () => inLine, MEMO);
    await expect(clock.until(created)).rejects.toThrow('away');
    expect(session.state).toMatchObject({ status: 'pending', pending: null });
    answer = async () => inLine;
    await clock.untilTrue(() => session.state.pending === inLine, 31_000);
    answer = async () => soldOut;
    await clock.untilTrue(() => session.state.status === 'ended', 5000);
    expect(session.state.result).toBe(soldOut);
  });
});

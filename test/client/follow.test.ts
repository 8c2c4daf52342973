import { getEventListeners } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';

import { follow } from '../../packages/client/src';

type Result =
  | {
      readonly __typename: 'Pending';
      readonly token: string;
      readonly waitSeconds: number;
      readonly attempt?: number;
    }
  | { readonly __typename: 'Cart'; readonly id: string }
  | { readonly __typename: 'OutcomeUnknown'; readonly token: string; readonly retryAfterSeconds: number }
  | { readonly __typename: 'NoInventory'; readonly message: string };

const pending = (token: string, waitSeconds = 4): Result => ({ __typename: 'Pending', token, waitSeconds });
const cart: Result = { __typename: 'Cart', id: 'cart' };

/** A gateway that gives these answers in turn, and writes down what happens in which order. */
function gateway(...answers: Result[]) {
  const diary: string[] = [];
  return {
    diary,
    poll: async (token: string): Promise<Result> => {
      diary.push(`poll ${token}`);
      const answer = answers.shift();
      if (!answer) throw new Error('The gateway has no further answer.');
      return answer;
    },
    sleep: async (ms: number) => void diary.push(`sleep ${ms}`),
    onPending: ({ token }: { token: string }) => void diary.push(`pending ${token}`),
  };
}

const never = () => new Promise<never>(() => {});

describe('follow', () => {
  it('waits as long as each Pending says, and polls with the newest token', async () => {
    const { diary, poll, sleep } = gateway(pending('second', 0.5), pending('third', 2), cart);
    expect(await follow(pending('first', 4), poll, { sleep })).toBe(cart);
    expect(diary).toEqual([
      'sleep 4000',
      'poll first',
      'sleep 500',
      'poll second',
      'sleep 2000',
      'poll third',
    ]);
  });

  it('gives back at once what is not pending', async () => {
    const { diary, poll, sleep } = gateway();
    expect(await follow(cart, poll, { sleep })).toBe(cart);
    expect(diary).toEqual([]);
  });

  it.each<Result>([
    { __typename: 'NoInventory', message: 'Sold out.' },
    { __typename: 'OutcomeUnknown', token: 'later', retryAfterSeconds: 5 },
  ])('ends with $__typename', async (end) => {
    const { poll, sleep } = gateway(end);
    expect(await follow(pending('first'), poll, { sleep })).toBe(end);
  });

  it('ends with null, which comes beside errors', async () => {
    expect(await follow(pending('first'), async () => null, { sleep: async () => {} })).toBeNull();
    expect(await follow(null, async () => null)).toBeNull();
  });

  it('reports each Pending before it waits', async () => {
    const { diary, ...gate } = gateway(pending('second', 1), cart);
    await follow(pending('first', 1), gate.poll, gate);
    expect(diary).toEqual([
      'pending first',
      'sleep 1000',
      'poll first',
      'pending second',
      'sleep 1000',
      'poll second',
    ]);
  });

  it('waits by a timer of its own', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const { diary, poll } = gateway(cart);
      const followed = follow(pending('first', 4), poll);
      await jest.advanceTimersByTimeAsync(3999);
      expect(diary).toEqual([]);
      await jest.advanceTimersByTimeAsync(1);
      expect(diary).toEqual(['poll first']);
      expect(await followed).toBe(cart);
    } finally {
      jest.useRealTimers();
    }
  });

  it('leaves no listener on the signal', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const { poll } = gateway(pending('second'), cart);
      const { signal } = new AbortController();
      const followed = follow(pending('first'), poll, { signal });
      await jest.advanceTimersByTimeAsync(8000);
      expect(await followed).toBe(cart);
      expect(getEventListeners(signal, 'abort')).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('rejects with what poll rejects with', async () => {
    const { poll, sleep } = gateway();
    await expect(follow(pending('first'), poll, { sleep })).rejects.toThrow('no further answer');
  });
});

describe('follow, once its signal is aborted,', () => {
  const reason = new Error('The shopper left.');

  it('does not begin', async () => {
    const { diary, poll, sleep } = gateway(cart);
    const signal = AbortSignal.abort(reason);
    await expect(follow(pending('first'), poll, { signal, sleep })).rejects.toBe(reason);
    expect(diary).toEqual([]);
  });

  it('stops waiting at once, and leaves no timer behind', async () => {
    jest.useFakeTimers({ doNotFake: ['setImmediate'] });
    try {
      const { diary, poll } = gateway(cart);
      const stop = new AbortController();
      const followed = follow(pending('first'), poll, { signal: stop.signal });
      expect(jest.getTimerCount()).toBe(1);
      stop.abort(reason);
      await expect(followed).rejects.toBe(reason);
      expect(jest.getTimerCount()).toBe(0);
      expect(diary).toEqual([]);
    } finally {
      jest.useRealTimers();
    }
  });

  it('stops waiting also where sleep does not heed the signal', async () => {
    const stop = new AbortController();
    const followed = follow(pending('first'), never, { signal: stop.signal, sleep: never });
    stop.abort(reason);
    await expect(followed).rejects.toBe(reason);
  });

  it('does not wait for an answer, and nobody hears of that failing later', async () => {
    const stop = new AbortController();
    let fail = (_error: Error) => {};
    const poll = () => new Promise<Result>((_, reject) => (fail = reject));
    const followed = follow(pending('first'), poll, { signal: stop.signal, sleep: async () => {} });
    await turn();
    stop.abort(reason);
    await expect(followed).rejects.toBe(reason);
    fail(new Error('too late'));
    await turn();
  });

  it('does not wait when onPending aborted it', async () => {
    const { diary, poll, sleep } = gateway(cart);
    const stop = new AbortController();
    const onPending = () => stop.abort(reason);
    await expect(follow(pending('first'), poll, { signal: stop.signal, sleep, onPending })).rejects.toBe(
      reason,
    );
    expect(diary).toEqual([]);
  });

  it('gives a result that it has already', async () => {
    expect(await follow(cart, never, { signal: AbortSignal.abort(reason) })).toBe(cart);
  });
});

describe('the types of follow', () => {
  /** Compiles only if both types are the same. */
  const same = <A, B>(
    _proof: (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false,
  ) => {};

  it('leave Pending out of what it resolves to', async () => {
    const { poll, sleep } = gateway(cart);
    const result = await follow(pending('first'), poll, { sleep });
    same<typeof result, Exclude<Result, { __typename: 'Pending' }>>(true);
    // @ts-expect-error a result is never pending
    expect(result.__typename === 'Pending').toBe(false);
    expect(result.__typename === 'Cart' && result.id).toBe('cart');
  });

  it('keep null, undefined and what either query selects', async () => {
    const created = cart as Result | null | undefined;
    const result = await follow(created, async () => ({ __typename: 'CartGone' as const, cartId: 'cart' }));
    same<
      typeof result,
      | Exclude<Result, { __typename: 'Pending' }>
      | { __typename: 'CartGone'; cartId: string }
      | null
      | undefined
    >(true);
    expect(result).toBe(cart);
  });

  it('give onPending all that was selected of Pending', async () => {
    const { poll, sleep } = gateway(cart);
    const onPending = (given: { attempt?: number }) => expect(given.attempt).toBeUndefined();
    await follow(pending('first'), poll, { sleep, onPending });
    // @ts-expect-error nothing of the kind was selected
    await follow(cart, poll, { sleep, onPending: (given) => given.giveUpAt });
  });

  it('want token, waitSeconds and __typename selected', async () => {
    const { poll } = gateway();
    const noToken = cart as { __typename: 'Pending'; waitSeconds: number } | { __typename: 'Cart' };
    // @ts-expect-error a Pending without a token cannot be followed
    await follow(noToken, poll);
    // @ts-expect-error a poll whose Pending has no token cannot be followed either
    await follow(cart, async () => noToken);
    // @ts-expect-error without __typename nobody knows what it is
    await follow({ id: 'cart' }, poll);
  });
});

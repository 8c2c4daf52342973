import type { Pending } from './schema-types';

/** What `follow` reads of a `Pending`: select these fields in every query. */
export type PendingLike = Required<Pick<Pending, '__typename' | 'token' | 'waitSeconds'>>;

/** Any selection of the union `PollingResult` with `__typename` in it; null when an error came instead. */
export type PollingResultLike = { readonly __typename: string } | null | undefined;

type PendingOf<R> = Extract<R, { readonly __typename: 'Pending' }>;

/** What a result can be once it is no longer pending. */
export type Settled<R> = Exclude<R, { readonly __typename: 'Pending' }>;

/** Makes a call with a `Pending` that lacks a field fail to compile, and says which fields it needs. */
type Followable<R> = [PendingOf<R>] extends [PendingLike]
  ? unknown
  : { readonly 'select __typename, token and waitSeconds of Pending': never };

/** What to do while waiting, and when to stop. */
export interface FollowOptions<R> {
  /** Ends the waiting: `follow` rejects with the signal's reason, at once. The gateway still drives the cart. */
  readonly signal?: AbortSignal | undefined;
  /** Is told every `Pending`, the first included, before its wait, for example to show how long it will take. */
  readonly onPending?: ((pending: PendingOf<R>) => void) | undefined;
  /** Resolves after `ms` milliseconds, or sooner once the signal is aborted. @default a timer */
  readonly sleep?: ((ms: number, signal?: AbortSignal) => Promise<void>) | undefined;
}

/**
 * The loop that `pollCart` describes: as long as the newest result is a `Pending`, waits its `waitSeconds` and calls
 * `poll` with its token.
 *
 * @param result what a mutation answered. It is returned at once unless it is a `Pending`.
 * @param poll calls `pollCart` with the token, and resolves to what it answered. It may select other fields.
 * @returns the first result other than `Pending`. An `OutcomeUnknown` is one, too: what to tell the shopper then, and
 *   whether to poll on after its `retryAfterSeconds`, is the page's to decide.
 * @throws whatever `poll`, `onPending` or `sleep` throws, and the signal's reason once it is aborted.
 */
export async function follow<R extends PollingResultLike, P extends PollingResultLike>(
  result: R & Followable<R>,
  poll: (token: string) => Promise<P & Followable<P>>,
  options: FollowOptions<R | P> = {},
): Promise<Settled<R | P>> {
  const { signal, onPending, sleep = timer } = options;
  let newest: R | P = result;
  while (isPending(newest)) {
    const { token, waitSeconds }: PendingLike = newest;
    onPending?.(newest);
    await unlessAborted(() => sleep(waitSeconds * 1000, signal), signal);
    newest = await unlessAborted(() => poll(token), signal);
  }
  return newest as Settled<R | P>;
}

const isPending = <R extends PollingResultLike>(result: R): result is R & PendingOf<R> & PendingLike =>
  result?.__typename === 'Pending';

/** What `start` comes to, unless the signal is aborted first; nothing is started once it is. */
async function unlessAborted<T>(start: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return start();
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<void>((resolve) => {
    onAbort = () => resolve();
  });
  signal.addEventListener('abort', onAbort);
  try {
    const work = start();
    await Promise.race([work, aborted]);
    signal.throwIfAborted();
    return await work;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Waits `ms`, or until the signal is aborted, and leaves neither a timer nor a listener behind. */
function timer(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timeout = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

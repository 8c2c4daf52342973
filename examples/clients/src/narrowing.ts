import type { ReservationFragment } from './gql/graphql.js';

/*
 * What the generated types know of a result, held by the compiler: each `@ts-expect-error` is a program that must not
 * compile.
 */

export function narrowing(result: ReservationFragment): void {
  // @ts-expect-error Before it is known what it is, a result has no token.
  void result.token;
  // @ts-expect-error There is no such result.
  if (result.__typename === 'SoldOut') return;

  if (result.__typename === 'Pending') {
    const token: string = result.token;
    const waitSeconds: number = result.waitSeconds;
    void [token, waitSeconds];
    // @ts-expect-error A Pending is no failure.
    void result.code;
    return;
  }
  if (result.__typename === 'Cart') {
    const id: string = result.id;
    void id;
    // @ts-expect-error Money is text: no cent is lost to floating point.
    const amount: number | undefined = result.totals?.grand?.amount;
    void amount;
    // @ts-expect-error The totals may be missing.
    void result.totals.grand;
    return;
  }
  if (result.__typename === 'TicketLimitExceeded') {
    const limit: number | null | undefined = result.limit;
    void limit;
    // @ts-expect-error That belongs to another failure.
    void result.redirectUrl;
  }
  if ('code' in result) {
    const retryable: boolean = result.retryable;
    void retryable;
    // @ts-expect-error A code is one of those in the schema.
    if (result.code === 'NO_SUCH_CODE') return;
  }
}

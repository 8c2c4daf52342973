import type { ReservationFragment } from './gql/graphql.js';

/*
 * What the generated types know of a result, held by the compiler: each `@ts-expect-error` is a program that must not
 * compile.
 */

export function narrowing(result: ReservationFragment): void {
  // @ts-expect-error A result that is not narrowed has no token.
  void result.token;
  // @ts-expect-error There is no such result.
  if (result.__typename === 'SoldOut') return;

  if (result.__typename === 'Pending') {
    const token: string = result.token;
    const waitSeconds: number = result.waitSeconds;
    const position: number | undefined = result.queue?.position;
    void [token, waitSeconds, position];
    // @ts-expect-error There is no place in line once upstream was asked.
    void result.queue.position;
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
    // @ts-expect-error Another failure has that field.
    void result.redirectUrl;
  }
  if ('code' in result) {
    const retryable: boolean = result.retryable;
    void retryable;
    // @ts-expect-error A code is one of those in the schema.
    if (result.code === 'NO_SUCH_CODE') return;
  }
}

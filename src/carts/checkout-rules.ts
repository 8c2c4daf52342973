import { type Failure, cartBusy, cartGone, invalidInput } from './failures';
import type { CartRecord, HeldCart } from './lifecycle/record';
import { LONGEST_SOURCE_ACCOUNT_ID } from './lost-purchase/reference';

/** A step that a cart still needs before it may be bought. */
export type CartStep = 'SHIPPING' | 'PAYMENT';

/** The steps that the cart still needs. Empty if it may be bought, or is not held. */
export function remainingSteps(record: CartRecord, shippingPreconfigured: boolean): CartStep[] {
  if (record.state !== 'HELD') return [];
  const { payments = [], totals = null } = record.contents ?? {};
  const isPaid = payments.length > 0 || isSameAmount(totals?.unpaid?.amount, '0');
  const hasShipping = shippingPreconfigured || record.shippingOptionId !== null;
  return [...(hasShipping ? [] : ['SHIPPING' as const]), ...(isPaid ? [] : ['PAYMENT' as const])];
}

/**
 * When a cart is free for another call: a time in the past for now, Infinity for not before the record changes. A call
 * that is marked as under way while its cart is unlocked was interrupted. No other call begins until the driver has
 * settled it.
 */
export function freeAtMs({ state, calling, poll, retry }: CartRecord): number {
  if (state !== 'HELD') return -Infinity;
  return calling || poll ? Infinity : retry.notBeforeMs;
}

/** The number of the purchase that is done, pending or unconfirmed, or -1. A refused purchase does not count. */
export const currentPurchase = ({ operations }: CartRecord): number =>
  operations.findLastIndex(
    ({ kind, outcome }) => kind === 'PURCHASE' && (outcome === null || outcome === 'done'),
  );

/** The failure to return for a cart that is not held. */
export function whyNotHeld(record: Exclude<CartRecord, HeldCart>): Failure {
  switch (record.state) {
    case 'RESERVING':
    case 'PURCHASING':
    case 'UNCONFIRMED':
    case 'UNRESOLVED':
      return cartBusy(record.requestId);
    case 'PURCHASED':
      return cartGone('CART_PURCHASED', record.endedAtMs);
    case 'RELEASING':
      return cartGone('CART_RELEASED', record.sinceMs);
    case 'DELETED':
      return cartGone('CART_RELEASED', record.endedAtMs);
    case 'EXPIRED':
      return cartGone('CART_EXPIRED', record.endedAtMs);
  }
}

/** Checks a source account id. Null if it may be used, or if there is none. */
export const checkSourceAccountId = (id: string | undefined): Failure | null =>
  id === undefined || (id.length > 0 && id.length <= LONGEST_SOURCE_ACCOUNT_ID)
    ? null
    : invalidInput([
        {
          path: 'sourceAccountId',
          message: `Use 1 to ${LONGEST_SOURCE_ACCOUNT_ID} characters.`,
          code: 'BAD_FIELD',
        },
      ]);

/** Whether two decimal texts are the same amount, such as "25" and "25.00". */
export function isSameAmount(one: string | undefined, other: string): boolean {
  const plain = (text: string) =>
    text
      .replace(/^0+(?=\d)/, '')
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
  return one !== undefined && plain(one) === plain(other);
}

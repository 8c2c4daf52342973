import type { Holding } from './holding';
import type { PriceDetail } from './offer';
import type { PricedLine } from './selection';

/** Sums in integer hundredths. */
export interface Totals {
  merchandise: number;
  fee: number;
  tax: number;
}

/** Every charge counts: the face value as merchandise, `…_tax` and `…_tax2` as tax, anything else as a fee. */
export function sum(lines: readonly PricedLine[]): Totals {
  const totals: Totals = { merchandise: 0, fee: 0, tax: 0 };
  for (const { price, quantity } of lines) {
    for (const detail of price.details) totals[kind(detail)] += detail.cents * quantity;
  }
  return totals;
}

/** What a charge is, going by its type. */
export function kind({ type }: PriceDetail): keyof Totals {
  if (type === 'face_value') return 'merchandise';
  return /_tax\d*$/.test(type) ? 'tax' : 'fee';
}

/** What a cart costs with its delivery, in hundredths. */
export function grandCents({ contents, delivery }: Holding): number {
  const { merchandise, fee, tax } = sum(contents.lines);
  return merchandise + fee + tax + (delivery?.feeCents ?? 0);
}

/** What is still to be paid of a cart, in hundredths. */
export function unpaidCents(holding: Holding): number {
  return grandCents(holding) - (holding.payment?.cents ?? 0);
}

/** Hundredths as the JSON number that prints exactly: 5739 as 57.39. */
export function amount(cents: number): number {
  return cents / 100;
}

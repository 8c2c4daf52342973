import type { Charge } from './offer';
import type { PricedLine } from './selection';

/** Sums in integer hundredths of the currency. */
export interface ChargeTotals {
  merchandise: number;
  fee: number;
  tax: number;
}

/** Adds up every charge: the face value as merchandise, `…_tax` and `…_tax2` as tax, anything else as a fee. */
export function chargeTotals(lines: readonly PricedLine[]): ChargeTotals {
  const totals: ChargeTotals = { merchandise: 0, fee: 0, tax: 0 };
  for (const { price, quantity } of lines) {
    for (const charge of price.charges) totals[kindOf(charge)] += charge.cents * quantity;
  }
  return totals;
}

/** The kind of a charge, derived from its type. */
export function kindOf({ type }: Charge): keyof ChargeTotals {
  if (type === 'face_value') return 'merchandise';
  return /_tax\d*$/.test(type) ? 'tax' : 'fee';
}

/** Hundredths as the JSON number that prints exactly: 5739 as 57.39. */
export function amount(cents: number): number {
  return cents / 100;
}

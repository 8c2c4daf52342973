/** An exact amount and its currency. */
export interface Money {
  /** Decimal text with at least the currency's minor digits: "25.00", "57.39". */
  readonly amount: string;
  /** ISO 4217; "XXX" (no currency) where upstream names none. */
  readonly currency: string;
}

/** ISO 4217's code for "no currency", for an amount without one: a guessed currency would be a wrong price. */
export const NO_CURRENCY = 'XXX';

const minorDigits = new Map<string, number>();

/** The number of decimal places of a currency: 2 for USD, 0 for JPY. */
function minorDigitsOf(currency: string): number {
  let digits = minorDigits.get(currency);
  if (digits === undefined) {
    const format = new Intl.NumberFormat('en', { style: 'currency', currency });
    digits = currency === NO_CURRENCY ? 2 : (format.resolvedOptions().maximumFractionDigits ?? 2);
    minorDigits.set(currency, digits);
  }
  return digits;
}

/** `decimal` ("25", "57.39") in `currency`, padded to the currency's minor digits; digits beyond them are kept. */
export function money(decimal: string, currency: string): Money {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(minorDigitsOf(currency), '0');
  return { amount: padded === '' ? whole : `${whole}.${padded}`, currency };
}

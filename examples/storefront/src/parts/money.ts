import type { MoneyPartsFragment } from '../api/generated/graphql';

export type Money = MoneyPartsFragment;

/** Formats decimal text, for example `$57.39`, without floating point. */
export function moneyText({ amount, currency }: Money): string {
  // XXX is ISO's code for "no currency": such an amount is shown without a sign.
  const style =
    currency === 'XXX'
      ? ({ minimumFractionDigits: 2 } as const)
      : ({ style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const);
  return new Intl.NumberFormat(undefined, style).format(amount as Intl.StringNumericLiteral);
}

/** `$25.00`, or `$25.00 – $150.00`. Undefined where there is no amount. */
export function rangeText(amounts: readonly Money[]): string | undefined {
  const sorted = [...amounts].sort((a, b) => compare(a, b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return undefined;
  return compare(first, last) === 0 ? moneyText(first) : `${moneyText(first)} – ${moneyText(last)}`;
}

/** `amount` times `count`, in units of a ten-thousandth, so that no cent is lost. */
export const times = ({ amount, currency }: Money, count: number): Money => ({
  amount: fromUnits(units(amount) * BigInt(count)),
  currency,
});

/** The sum of amounts in one currency. Undefined where there is none. */
export function sum(amounts: readonly Money[]): Money | undefined {
  const currency = amounts[0]?.currency;
  if (currency === undefined) return undefined;
  return { amount: fromUnits(amounts.reduce((total, { amount }) => total + units(amount), 0n)), currency };
}

/** Whether there is nothing to pay. */
export const isZero = ({ amount }: Money): boolean => units(amount) === 0n;

const PLACES = 4;

function units(amount: string): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  const digits = BigInt(whole.replace('-', '') + fraction.slice(0, PLACES).padEnd(PLACES, '0'));
  return amount.startsWith('-') ? -digits : digits;
}

function fromUnits(value: bigint): string {
  const digits = String(value < 0n ? -value : value).padStart(PLACES + 1, '0');
  const text = `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}`.replace(/0{1,2}$/, '');
  return value < 0n ? `-${text}` : text;
}

function compare(a: Money, b: Money): number {
  const difference = units(a.amount) - units(b.amount);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

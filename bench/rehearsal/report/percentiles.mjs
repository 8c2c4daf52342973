import { quantile } from '../../support/figures.mjs';
import { round } from './series.mjs';

const SHARES = { p10: 0.1, p50: 0.5, p90: 0.9, p99: 0.99, max: 1 };
const POINTS = 50;

/** The usual percentiles of `values`; null each if there are none. */
export const percentiles = (values) =>
  Object.fromEntries(
    Object.entries(SHARES).map(([name, share]) => [
      name,
      values.length === 0 ? null : round(quantile(values, share)),
    ]),
  );

/** The values below which each fiftieth part lies, from the least to the greatest. */
export const quantileCurve = (values) =>
  values.length === 0
    ? []
    : Array.from({ length: POINTS + 1 }, (_, index) => ({
        share: index / POINTS,
        seconds: round(quantile(values, index / POINTS)),
      }));

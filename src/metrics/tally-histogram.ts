import type { Metric, Registry } from 'prom-client';

/** Durations that were counted into buckets. */
export class Tally {
  readonly #counts: Float64Array;
  #sum = 0;

  /** @param bounds the upper bounds of the buckets, in rising order. The last bucket has none. */
  constructor(private readonly bounds: readonly number[]) {
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    let bucket = 0;
    while (bucket < this.bounds.length && value > (this.bounds[bucket] ?? Infinity)) bucket++;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += value;
  }

  /** The series of a Prometheus histogram: cumulative counts by upper bound, the sum and the number of values. */
  series(name: string, labels: Readonly<Record<string, string>>) {
    let count = 0;
    const buckets = [...this.#counts].map((inBucket, at) => {
      count += inBucket;
      const le = at < this.bounds.length ? String(this.bounds[at]) : '+Inf';
      return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count };
    });
    return [
      ...buckets,
      { metricName: `${name}_sum`, labels, value: this.#sum },
      { metricName: `${name}_count`, labels, value: count },
    ];
  }
}

/**
 * Registers a histogram whose values are counted in tallies. prom-client's own finds its series by a text of all labels
 * for every value, which would be a tenth of the work for a ready answer.
 *
 * @param tallies each with the labels of its series.
 */
export function registerTallies(
  registry: Registry,
  name: string,
  help: string,
  tallies: () => Iterable<readonly [labels: Readonly<Record<string, string>>, tally: Tally]>,
): void {
  const metric = {
    name,
    help,
    get: () => {
      const values = [...tallies()].flatMap(([labels, tally]) => tally.series(name, labels));
      return Promise.resolve({ name, help, type: 'histogram', values, aggregator: 'sum' });
    },
    reset: () => {},
  };
  // A registry uses nothing else of a metric. Its type allows prom-client's own classes only.
  registry.registerMetric(metric as unknown as Metric);
}

/** The label of names for which there is no more room. */
const OTHER = 'other';

/**
 * The values of a label, bounded: each different one is a time series that Prometheus keeps. Names that are known in
 * advance always have their place; of others, the first ones that appear.
 */
export class BoundedNames {
  readonly #names: Set<string>;
  readonly #most: number;

  /** @param more how many names may be added to `known`. */
  constructor(known: Iterable<string>, more: number) {
    this.#names = new Set(known);
    this.#most = this.#names.size + more;
  }

  /** The label for `name`: the name itself, or `other`. */
  labelOf(name: string): string {
    if (this.#names.has(name)) return name;
    if (this.#names.size >= this.#most) return OTHER;
    this.#names.add(name);
    return name;
  }
}

import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Spreads consecutive numbers of people over all seeds, so that neighbours do not draw alike. */
const SPREAD = 0x9e3779b1;

/**
 * The draws of one person. Each person has a generator of their own, so that one more shopper, or one more draw of a
 * reader, changes nothing for the others.
 *
 * @param role separates shoppers from readers of the same number.
 */
export function drawsOf(seed, role, number) {
  const start =
    Math.imul(seed + 1, SPREAD) ^ Math.imul(number + 1, 0x85ebca6b) ^ Math.imul(role + 1, 0xc2b2ae35);
  const generator = xoroshiro128plus(start);
  /** A number from 0 up to 1. */
  const share = () => uniformFloat64(generator);
  return {
    share,
    chance: (probability) => share() < probability,
    whole: (least, most) => uniformInt(generator, least, most),
    between: (least, most) => least + (most - least) * share(),
    /** Exponential with this mean, cut off at `most`: most values are small, few are large. */
    soon: (mean, most) => Math.min(-mean * Math.log(1 - share()), most),
    /** One of `choices`, which maps each to its weight. */
    oneOf(choices) {
      const total = Object.values(choices).reduce((sum, weight) => sum + weight, 0);
      let left = share() * total;
      for (const [choice, weight] of Object.entries(choices)) {
        left -= weight;
        if (left < 0) return choice;
      }
      return Object.keys(choices).at(-1);
    },
  };
}

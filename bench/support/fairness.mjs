/**
 * Jain's index of fairness: 1 if all values are equal, 1/n if one of n has everything.
 * (Jain, Chiu, Hawe: A quantitative measure of fairness, 1984.)
 */
export function jain(values) {
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  return values.length === 0 ? 1 : (sum * sum) / (values.length * squares);
}

/** Added to every wait, so that tenths of a second at the head of the line do not count as unfair. */
const GRACE_SECONDS = 1;

/**
 * How each wait compares with first come, first served: the wait, divided by the wait if the same seats had been given at
 * the same moments in the order of arrival. All are 1 if nobody was overtaken.
 *
 * @param people each with `arrived` and `seats`, in seconds.
 */
export function waitsInTurn(people) {
  const moments = people.map(({ seats }) => seats).sort((a, b) => a - b);
  const inOrder = [...people].sort((a, b) => a.arrived - b.arrived);
  return inOrder.map(({ arrived, seats }, index) => {
    const fair = Math.max(moments[index] - arrived, 0);
    return (seats - arrived + GRACE_SECONDS) / (fair + GRACE_SECONDS);
  });
}

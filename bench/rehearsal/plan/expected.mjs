/** What part of the quota shoppers get while readers wait, at least; the gateway keeps the rest for reads. */
const SHARE_OF_SHOPPERS = 0.85;

/** Upstream calls of a shopper who goes through with it, by how their morning ends. A call that may poll costs its polls, too. */
export function expectedCalls(ends, polls) {
  const mayPoll = 1 + polls;
  switch (ends) {
    case 'buys':
      // Reserve, options, delivery, payment, purchase. The certificate is read once for many carts.
      return mayPoll + 1 + mayPoll + 1 + mayPoll;
    default:
      // Reserve and delete. Who leaves the line early costs less.
      return 2 * mayPoll;
  }
}

/** How long the line will take, in seconds: an estimate for the person who starts the rehearsal. */
export function expectedSeconds({ shoppers, callsPerSecond, polls }, shareOfBuyers) {
  const buyers = shoppers * shareOfBuyers;
  const calls = buyers * expectedCalls('buys', polls) + (shoppers - buyers) * expectedCalls('leaves', polls);
  return calls / (callsPerSecond * SHARE_OF_SHOPPERS);
}

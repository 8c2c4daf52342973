/** What has to hold after any rehearsal, by what the sandbox counted: each with what was found. */
export function checksOf({ shoppers, counts }, { shoppers: planned }) {
  const withOutcome = (...outcomes) => shoppers.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const bought = withOutcome('bought');
  const failed = withOutcome('failed', 'broken');
  const ended = shoppers.length - withOutcome(null, 'stopped');
  const violations = Object.values(counts.violations).reduce((sum, value) => sum + value, 0);
  return [
    {
      what: 'Everyone who bought has an order, and nobody else has one',
      holds: counts.purchases === bought,
      found: `${bought} receipts, ${counts.purchases} orders`,
    },
    {
      what: 'No cart was bought twice',
      holds: counts.maxPurchasesPerCart <= 1,
      found: `at most ${counts.maxPurchasesPerCart} for each cart`,
    },
    {
      what: 'The gateway did nothing that upstream would punish',
      holds: violations === 0,
      found: `${violations} violations`,
    },
    { what: 'No shopper ran into an error', holds: failed === 0, found: `${failed} did` },
    {
      what: 'The rehearsal lasted until every shopper was finished',
      holds: ended === planned.length,
      found: `${ended} of ${planned.length} finished`,
    },
  ];
}

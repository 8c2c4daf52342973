import { figure } from './figure.mjs';
import { counted, duration, number, percent } from './words.mjs';

const OUTCOMES = {
  bought: 'bought their seats',
  gaveBack: 'had seats and gave them back',
  leftInLine: 'closed the tab while waiting',
  leftWithSeats: 'closed the tab with seats in the cart',
  vanishedInLine: 'vanished while waiting',
  vanishedWithSeats: 'vanished with seats in the cart',
  soldOut: 'found the show sold out',
  holdRanOut: "were too slow: upstream's hold ran out",
  failed: 'got an error',
  broken: 'lost the connection for good',
  stopped: 'still waited when the rehearsal was ended',
};

/** How the shoppers' mornings ended. */
export function outcomesTable({ outcomes, plan, reasons, triedAgain }) {
  const bought = outcomes.bought ?? 0;
  const meantTo = plan.ends.buys;
  return figure({
    heading: 'How it ended for the shoppers',
    conclusion: `Of the ${counted(meantTo, 'shopper')} who meant to buy, ${number(bought)} bought.`,
    table: {
      caption: 'Shoppers by how their morning ended',
      heads: ['what happened', 'shoppers'],
      rows: Object.entries(OUTCOMES)
        .filter(([name]) => outcomes[name] !== undefined)
        .map(([name, what]) => [what, number(outcomes[name])]),
    },
    notes: [
      triedAgain.shoppers === 0
        ? 'No shopper was sent away to try again later.'
        : `${counted(triedAgain.shoppers, 'shopper')} had to try again later, ${counted(triedAgain.times, 'time')} together.`,
      ...Object.entries(reasons).map(([reason, count]) => `Failed with ${reason}: ${number(count)}.`),
    ],
  });
}

/** What the readers beside the shoppers got. */
export function readersTable({ readers, plan }) {
  const { answers, entries, took } = readers;
  const all = entries.withData + entries.later + entries.failed;
  const share = (value) => percent(all === 0 ? 0 : value / all);
  return figure({
    heading: 'The readers beside them',
    conclusion:
      answers === 0
        ? 'There were no readers.'
        : `${counted(plan.readers, 'reader')} got ${counted(answers, 'answer')}, the slowest after ${duration(took.max)}; ${share(entries.withData)} of the entries had data, and ${share(entries.later)} said when to ask again.`,
    table: {
      caption: 'Entries of the lists that readers read',
      heads: ['entries', 'number', 'share'],
      rows: [
        ['with data', number(entries.withData), share(entries.withData)],
        ['with the time at which to ask again', number(entries.later), share(entries.later)],
        ['failed otherwise', number(entries.failed), share(entries.failed)],
      ],
    },
    notes:
      answers === 0
        ? []
        : [`Half of the answers came within ${duration(took.p50)}, 99 of 100 within ${duration(took.p99)}.`],
  });
}

/** What has to hold after any rehearsal. */
export function checksTable({ checks }) {
  const wrong = checks.filter(({ holds }) => !holds).length;
  return figure({
    heading: 'What was checked',
    conclusion:
      wrong === 0 ? 'Everything that must hold did hold.' : `${counted(wrong, 'check')} failed: see below.`,
    table: {
      caption: 'Checks, by what the stand-in for upstream counted',
      heads: ['check', 'result', 'found'],
      rows: checks.map(({ what, holds, found }) => [what, holds ? 'holds' : 'FAILED', found]),
    },
  });
}

import { element, escaped } from './svg.mjs';
import { counted, duration, number, percent } from './words.mjs';

/** The head of the page: what was played, the figures that matter, and what was simulated. */
export function introduction(result) {
  const { options, plan, outcomes, waits, refusals, calls, seconds, wasStopped } = result;
  const facts = {
    'shoppers with seats': number(waits.count),
    bought: number(outcomes.bought ?? 0),
    'median wait': waits.p50 === null ? '–' : duration(waits.p50),
    'of the quota used': percent(calls.quotaUsed),
    'refused by upstream (429)': percent(refusals.share, 1),
  };
  const tiles = Object.entries(facts).map(([name, value]) =>
    element('div', {}, element('dt', {}, escaped(name)), element('dd', {}, escaped(value))),
  );
  return [
    element('h1', {}, 'Rehearsal of a sale morning'),
    element(
      'p',
      { class: 'lead' },
      escaped(
        `${counted(plan.shoppers, 'shopper')} wanted ${counted(plan.ticketsWanted, 'ticket')} for a sale of ${counted(plan.seats, 'seat')}, and ${counted(plan.readers, 'reader')} read other events, while upstream admitted ${options.callsPerSecond} calls a second. It took ${duration(seconds)}.`,
      ),
    ),
    wasStopped
      ? element('p', { class: 'warning' }, 'The rehearsal was ended before every shopper was served.')
      : '',
    element('dl', { class: 'facts' }, tiles),
    element('section', {}, element('h2', {}, 'What was simulated'), simulated(result)),
  ].join('\n');
}

function simulated({ options, plan }) {
  const { isStated, polls, pollWait, within, nights, reservations, hurry } = options;
  const { ends, reloads, watchByStream } = plan;
  const items = [
    'The gateway is real: the program that runs in production, with every step on disk. Everything ran on one machine, so the network cost no time.',
    `Upstream is Stagedoor's sandbox, not Ticketmaster. Its gate admits one call every ${Number((1 / options.callsPerSecond).toFixed(3))} seconds and refuses others with 429, as the manual describes. It answers at once; the real upstream takes time. It asked to poll ${polls === 1 ? 'once' : `${polls} times`}, after ${counted(pollWait, 'second')}, for each call that may poll.`,
    isStated
      ? 'The gateway had the rate in its settings.'
      : 'The gateway did not know the rate: it learnt it from refusals.',
    reservations > 0
      ? `The partner could have ${counted(reservations, 'reservation')} at once.`
      : 'The number of reservations at once was not limited.',
    `The shoppers are invented. They arrived within ${counted(within, 'second')}, most of them at the beginning, for ${counted(nights, 'night')}. ${number(ends.buys)} meant to buy, ${number(ends.givesBack)} to give their seats back, ${number(ends.closes)} to close the tab after some time, and ${number(ends.vanishes)} to vanish without a sign. ${counted(reloads, 'reload')} of the page were planned, and ${counted(watchByStream, 'shopper')} watched by a stream instead of polls.${hurry > 1 ? ` They thought and read ${hurry} times faster than in life.` : ''}`,
    'Real shoppers are less patient, and some are robots. Read the figures for what the quota and the line do, not as a forecast of sales.',
  ];
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, escaped(item))),
  );
}

/** How to play the same morning again. */
export function repetition({ options, plan }) {
  const { isStated, ...numbers } = options;
  const written = Object.entries(numbers).map(
    ([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} ${value}`,
  );
  const command = `npm run rehearsal -- ${[...written, isStated ? '--stated' : '--learnt'].join(' ')}`;
  return element(
    'section',
    {},
    element('h2', {}, 'Play it again'),
    element('pre', { tabindex: 0 }, element('code', {}, escaped(command))),
    element(
      'p',
      { class: 'note' },
      escaped(
        `The same seed draws the same morning: the same arrivals, choices and events (plan ${plan.digest.slice(0, 12)}). Times differ a little between runs. The same numbers as JSON are in rehearsal.json.`,
      ),
    ),
  );
}

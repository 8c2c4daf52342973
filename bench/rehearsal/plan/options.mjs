import { parseArgs } from 'node:util';

/** Each option: its default, what it means, and the least value that it may have. */
const NUMBERS = {
  shoppers: { value: 2000, least: 1, what: 'shoppers who want seats' },
  'calls-per-second': { value: 5, least: 0.1, what: 'calls that upstream admits a second' },
  readers: { value: 200, least: 0, what: 'readers of lists of events that are not cached' },
  seed: { value: 1, least: 0, what: 'the same seed plays the same morning' },
  within: {
    value: 60,
    least: 0,
    what: 'seconds in which the shoppers arrive, most of them at the beginning',
  },
  nights: { value: 4, least: 1, what: 'nights of the show that are on sale' },
  seats: { value: 0, least: 0, what: 'seats on sale; 0: enough for everyone' },
  reservations: { value: 0, least: 0, what: 'reservations that the partner may have at once; 0: no limit' },
  polls: { value: 1, least: 0, what: 'how often upstream replies "poll again" to a call that may poll' },
  'poll-wait': { value: 4, least: 0.05, what: 'seconds that upstream asks to wait before each poll' },
  hurry: { value: 1, least: 1, what: 'how many times faster than in life shoppers think and readers read' },
  minutes: { value: 0, least: 0, what: 'ends the rehearsal after this time; 0: when everyone is served' },
};

/** The options that are whole numbers. */
const WHOLE = new Set(['shoppers', 'readers', 'seed', 'nights', 'seats', 'reservations', 'polls']);

const HELP = `npm run rehearsal -- [options]

${Object.entries(NUMBERS)
  .map(([name, { value, what }]) => `  --${`${name} N`.padEnd(22)} ${what} (${value})`)
  .join('\n')}
  --stated                   the gateway has the rate in its settings (the default)
  --learnt                 the gateway has to learn the rate from upstream's refusals
  --out FOLDER             where the report is written (rehearsal-report)
  --plan                   prints the plan as JSON, and plays nothing
`;

/** Wrong options; the message is for the operator. */
export class OptionsError extends Error {}

/**
 * The options of a rehearsal. Returns null if help was requested, after printing it.
 * @throws OptionsError
 */
export function readOptions(args) {
  const { values } = parsed(args);
  if (values.help) {
    process.stdout.write(HELP);
    return null;
  }
  if (values.stated && values.learnt) throw new OptionsError('Choose either --stated or --learnt.');
  const numbers = Object.fromEntries(
    Object.keys(NUMBERS).map((name) => [camelCase(name), numberOf(name, values[name])]),
  );
  return {
    ...numbers,
    isStated: !values.learnt,
    out: values.out ?? 'rehearsal-report',
    onlyPlan: values.plan ?? false,
  };
}

function parsed(args) {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  const numbers = Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, text]));
  try {
    return parseArgs({
      args,
      options: { ...numbers, stated: flag, learnt: flag, out: text, plan: flag, help: flag },
    });
  } catch (error) {
    throw new OptionsError(`${error.message}\n\n${HELP}`);
  }
}

function numberOf(name, text) {
  const { value, least } = NUMBERS[name];
  if (text === undefined) return value;
  const number = text.trim() === '' ? NaN : Number(text);
  const isRight =
    Number.isFinite(number) && number >= least && (!WHOLE.has(name) || Number.isInteger(number));
  if (!isRight) {
    const kind = WHOLE.has(name) ? 'a whole number' : 'a number';
    throw new OptionsError(`--${name}: give ${kind} of at least ${least}, not "${text}".`);
  }
  return number;
}

const camelCase = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

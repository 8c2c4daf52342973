import { localHourIn, localTimeIn } from './events/local-time';
import { money } from './partner-api/model/money';

/** This Node lacks data that the gateway relies on. The message is a sentence for the operator. */
export class LocaleDataMissing extends Error {}

/** Instants in the past with their local times: summer and winter, both hemispheres, half hours and quarters. */
const SAMPLES = [
  ['America/New_York', '2024-07-01T12:00:00Z', '2024-07-01 08:00:00'],
  ['Australia/Sydney', '2024-01-01T13:30:00Z', '2024-01-02 00:30:00'],
  ['Asia/Kathmandu', '2024-01-01T20:15:00Z', '2024-01-02 02:00:00'],
] as const;

/**
 * Checks that this Node has time zones and currencies: some builds have none.
 *
 * @throws LocaleDataMissing with a sentence that states what is missing and how to correct it.
 */
export function checkLocaleData(): void {
  const missing = [
    ...(isTrue(knowsTimeZones) ? [] : ['time zones']),
    ...(isTrue(knowsCurrencies) ? [] : ['currencies']),
  ];
  if (missing.length === 0) return;
  throw new LocaleDataMissing(
    `This Node lacks ${missing.join(' and ')}, which local times and prices need: its ICU data is missing or ` +
      'incomplete. Use a build with ICU (Alpine: apk add icu-data-full), or let NODE_ICU_DATA name a folder with ' +
      "the data of this Node's ICU version.",
  );
}

const knowsTimeZones = (): boolean =>
  SAMPLES.every(([timeZone, instant, shown]) => {
    const atMs = Date.parse(instant);
    const { date, time } = localTimeIn(timeZone, atMs);
    return `${date} ${time}` === shown && localHourIn(timeZone, atMs) === Number(time.slice(0, 2));
  });

const knowsCurrencies = (): boolean =>
  money('25', 'USD').amount === '25.00' && money('25', 'JPY').amount === '25';

/** Whether a check holds; without `Intl` it throws. */
function isTrue(check: () => boolean): boolean {
  try {
    return check();
  } catch {
    return false;
  }
}

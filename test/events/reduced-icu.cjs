/*
 * Loaded before the gateway, makes this Node do what one with reduced ICU data does (Alpine's own package): every
 * language but English falls back to English. REDUCED=zones takes the time zones away too, REDUCED=intl all of `Intl`.
 */
const { DateTimeFormat, NumberFormat } = Intl;

const inEnglish = (locales) =>
  [locales ?? []]
    .flat()
    .filter((locale) => /^en\b/.test(String(locale)))
    .concat('en-US');

const reduced = (Format, optionsFor = (options) => options) =>
  new Proxy(Format, {
    construct: (target, [locales, options]) => new target(inEnglish(locales), optionsFor(options)),
    apply: (target, _, [locales, options]) => new target(inEnglish(locales), optionsFor(options)),
  });

if (process.env.REDUCED === 'intl') delete globalThis.Intl;
else {
  const inUtc = (options) => ({ ...options, timeZone: 'UTC' });
  Intl.DateTimeFormat = reduced(DateTimeFormat, process.env.REDUCED === 'zones' ? inUtc : undefined);
  Intl.NumberFormat = reduced(NumberFormat);
}

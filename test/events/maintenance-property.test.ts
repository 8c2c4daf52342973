import * as fc from 'fast-check';

import { isActive, maintenanceIn } from '../../src/events/maintenance';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const zones = Intl.supportedValuesOf('timeZone');
const formats = new Map(
  zones.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en', { timeZone, hour: 'numeric', hourCycle: 'h23' }),
  ]),
);

/** What the hour hand shows in `timeZone`: an oracle that shares nothing with the code under test. */
const hourIn = (timeZone: string, atMs: number) => Number(formats.get(timeZone)?.format(atMs));

/**
 * Changes of the clocks are known for some years ahead only. Until 2011 Newfoundland set its clocks back at 00:01, so that it was
 * midnight for a minute.
 */
const instantMs = fc.integer({ min: Date.parse('2012-01-01'), max: Date.parse('2035-01-01') });

/** The first instant after `fromMs`, to the quarter, at which the clocks of `timeZone` have jumped; null: not within a year. */
function nextChange(timeZone: string, fromMs: number): number | null {
  for (let ms = fromMs - (fromMs % (15 * MINUTE_MS)), left = 366 * 24; left > 0; left -= 1, ms += HOUR_MS) {
    if ((hourIn(timeZone, ms) + 1) % 24 !== hourIn(timeZone, ms + HOUR_MS)) return ms + HOUR_MS;
  }
  return null;
}

/** A zone and an instant in it, about every second time within hours of a change of the clocks. */
const zoneAndInstant = fc
  .record({
    timeZone: fc.oneof(
      fc.constantFrom(...zones),
      fc.constantFrom('Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns', 'Antarctica/Troll'),
      fc.constantFrom('Africa/El_Aaiun', 'Africa/Cairo'),
    ),
    atMs: instantMs,
    aroundMs: fc.option(fc.integer({ min: -6 * HOUR_MS, max: 6 * HOUR_MS }), { freq: 2 }),
  })
  .map(({ timeZone, atMs, aroundMs }) => {
    const changeMs = aroundMs === null ? null : nextChange(timeZone, atMs);
    return { timeZone, nowMs: changeMs === null ? atMs : changeMs + (aroundMs ?? 0) };
  });

describe('the search for the next closure', () => {
  it('ends, also where clocks never show its hours', () => {
    const nonsense = [{ type: 'hour', value: '5 PM' }] as const;
    const shown = jest.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts').mockReturnValue([...nonsense]);
    expect(() => maintenanceIn('Indian/Kerguelen', { from: 2, to: 3 }, Date.now())).toThrow('never show');
    shown.mockRestore();
  });
});

describe('the nightly closure', () => {
  it('R-MAINT-2: comes twice on the night on which Western Sahara sets its clocks back for a month', () => {
    expect(maintenanceIn('Africa/El_Aaiun', { from: 2, to: 3 }, Date.parse('2019-05-04T02:00:00Z'))).toEqual({
      startsAtMs: Date.parse('2019-05-05T01:00:00Z'),
      endsAtMs: Date.parse('2019-05-05T03:00:00Z'),
    });
  });
});

describe.each([
  ['2015', { from: 2, to: 3 }],
  ['2018', { from: 0, to: 2 }],
])('the nightly closure of edition %s, whatever the zone and the instant', (_, hours) => {
  const isIn = (hour: number) => hour >= hours.from && hour < hours.to;

  it("R-MAINT-1: is active exactly while the venue's clock shows its hours", () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ timeZone, nowMs }) => {
        expect(isActive(maintenanceIn(timeZone, hours, nowMs), nowMs)).toBe(isIn(hourIn(timeZone, nowMs)));
      }),
      { numRuns: 1000 },
    );
  });

  it('R-MAINT-2: is the current or the next one, whole, and nothing but it', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ timeZone, nowMs }) => {
        const { startsAtMs, endsAtMs } = maintenanceIn(timeZone, hours, nowMs);
        expect(nowMs).toBeLessThan(endsAtMs);
        expect(startsAtMs).toBeLessThan(endsAtMs);
        const isShut = (atMs: number) => isIn(hourIn(timeZone, atMs));
        // From edge to edge: shut before neither, open after neither.
        expect([startsAtMs - 1, startsAtMs, endsAtMs - 1, endsAtMs].map(isShut)).toEqual([
          false,
          true,
          true,
          false,
        ]);
        for (let atMs = nowMs; atMs < startsAtMs; atMs += 15 * MINUTE_MS) expect(isShut(atMs)).toBe(false);
        for (let atMs = startsAtMs; atMs < endsAtMs; atMs += 5 * MINUTE_MS) expect(isShut(atMs)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

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

/** Changes of the clocks are known for some years ahead only. */
const instantMs = fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2035-01-01') });

/** A zone and an instant in it, at least every second time within hours of a change of the clocks. */
const zoneAndInstant = fc
  .record({
    timeZone: fc.oneof(
      fc.constantFrom(...zones),
      fc.constantFrom('Pacific/Chatham', 'Australia/Lord_Howe', 'America/St_Johns', 'Antarctica/Troll'),
    ),
    atMs: instantMs,
    aroundMs: fc.option(fc.integer({ min: -6 * HOUR_MS, max: 6 * HOUR_MS })),
  })
  .map(({ timeZone, atMs, aroundMs }) => {
    const start = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
    const change = aroundMs === null ? null : start.getTimeZoneTransition('next');
    return { timeZone, nowMs: change ? change.epochMilliseconds + (aroundMs ?? 0) : atMs };
  });

describe('the nightly closure, whatever the zone and the instant', () => {
  it("R-MAINT-1: is active exactly while the venue's clock shows two something", () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ timeZone, nowMs }) => {
        expect(isActive(maintenanceIn(timeZone, nowMs), nowMs)).toBe(hourIn(timeZone, nowMs) === 2);
      }),
      { numRuns: 2000 },
    );
  });

  it('R-MAINT-2: is the current or the next one, whole, and nothing but it', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ timeZone, nowMs }) => {
        const { startsAtMs, endsAtMs } = maintenanceIn(timeZone, nowMs);
        expect(nowMs).toBeLessThan(endsAtMs);
        expect(startsAtMs).toBeLessThan(endsAtMs);
        const isTwo = (atMs: number) => hourIn(timeZone, atMs) === 2;
        // From edge to edge: shut before neither, open after neither.
        expect([startsAtMs - 1, startsAtMs, endsAtMs - 1, endsAtMs].map(isTwo)).toEqual([
          false,
          true,
          true,
          false,
        ]);
        for (let atMs = nowMs; atMs < startsAtMs; atMs += 15 * MINUTE_MS) expect(isTwo(atMs)).toBe(false);
        for (let atMs = startsAtMs; atMs < endsAtMs; atMs += 5 * MINUTE_MS) expect(isTwo(atMs)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

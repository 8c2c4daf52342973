import { zonedTime } from '../../../src/sandbox/time/zoned-time';

describe('zonedTime', () => {
  it.each([
    ['UTC', '2015-07-26T00:00:00Z', { date: '2015-07-26', time: '00:00:00', hour: 0 }],
    ['America/New_York', '2015-03-08T06:59:59Z', { date: '2015-03-08', time: '01:59:59', hour: 1 }],
    ['America/New_York', '2015-03-08T07:00:00Z', { date: '2015-03-08', time: '03:00:00', hour: 3 }],
    ['Pacific/Chatham', '2015-12-31T12:00:00Z', { date: '2016-01-01', time: '01:45:00', hour: 1 }],
    ['Asia/Bangkok', '2015-06-01T12:00:00Z', { date: '2015-06-01', time: '19:00:00', hour: 19 }],
  ])('in %s at %s', (timeZone, at, expected) => {
    expect(zonedTime(timeZone, Date.parse(at))).toEqual(expected);
  });

  it('throws for an unknown zone', () => {
    expect(() => zonedTime('Mars/Olympus', 0)).toThrow(RangeError);
  });
});

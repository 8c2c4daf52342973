import { pino } from 'pino';

import { logUnexpected } from '../../src/logs/error-log';
import { readable } from '../../src/logs/readable';
import { type House, openHouse } from '../support/house';

const SHOWN = 'query Shown { event(id: "3F004CBB88958BF9") { name } }';

describe('LOG_READY_SAMPLE', () => {
  let house: House;
  afterEach(() => house.close());

  it.each([
    ['0', 0],
    ['0.1', 10],
    ['1', 100],
  ])('%s logs so many of a hundred ready answers: %i', async (sample, count) => {
    house = await openHouse({ env: { LOG_READY_SAMPLE: sample } });
    for (let time = 0; time < 103; time++) await house.ask(SHOWN);
    const logged = house.log().match(/"from":"ready"/g)?.length ?? 0;
    expect(Math.abs(logged - count)).toBeLessThanOrEqual(1);
    expect(house.log().match(/"from":"(apollo|known)"/g)).toHaveLength(3);
  });

  it('does not matter where nothing is logged', async () => {
    house = await openHouse({ env: { LOG_LEVEL: 'silent', LOG_READY_SAMPLE: '1' } });
    await house.ask(SHOWN);
    expect(house.log()).toBe('');
  });
});

describe('an unexpected error in the log', () => {
  it('L1: has its type, message, stack and cause, and nothing that a library attached to it', () => {
    const lines: string[] = [];
    const cause = Object.assign(new Error('closed'), { request: { headers: { authorization: 'secret-1' } } });
    const error = Object.assign(new TypeError('broken', { cause }), { response: { body: 'secret-2' } });
    logUnexpected(pino({}, { write: (line) => void lines.push(line) }), error, 'request-1');
    expect(JSON.parse(lines.join(''))).toMatchObject({
      requestId: 'request-1',
      error: { type: 'TypeError', message: 'broken', cause: { message: 'closed' } },
    });
    expect(lines.join('')).toMatch(/log-settings\.test/);
    expect(lines.join('')).not.toMatch(/secret/);
  });
});

describe('a line in a terminal', () => {
  it('shows time, level, message and fields', () => {
    const time = Date.parse('2026-06-15T18:00:01.234Z');
    const line = JSON.stringify({ level: 30, time, operation: 'Small', ms: 1.2, code: null, msg: 'request' });
    expect(readable(`${line}\n`)).toBe('18:00:01.234 info  request operation=Small ms=1.2 code=null\n');
  });

  it('shows a stack as it is', () => {
    const error = { type: 'Error', message: 'broken', stack: 'Error: broken\n    at here' };
    const line = JSON.stringify({ level: 50, time: 0, error, msg: 'unexpected error' });
    expect(readable(line)).toBe(
      '00:00:00.000 error unexpected error type=Error message=broken\nError: broken\n    at here\n',
    );
  });
});

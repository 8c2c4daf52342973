import { quotaSettings, readSettings } from '../../src/settings';

const UPSTREAM = {
  PARTNER_API_URL: 'https://app.ticketmaster.com/partners/v1',
  PARTNER_API_KEY: 'key',
  PARTNER_API_SECRET: 'secret',
};

describe('the quota in the settings', () => {
  it.each([
    ['is learned from upstream', UPSTREAM, { callsPerSecond: null, callsPerDay: null }],
    [
      'is what the operator states',
      { ...UPSTREAM, PARTNER_API_CALLS_PER_SECOND: '7.5', PARTNER_API_CALLS_PER_DAY: '5000' },
      { callsPerSecond: 7.5, callsPerDay: 5000 },
    ],
    [
      'is none where the operator says so',
      { ...UPSTREAM, PARTNER_API_CALLS_PER_SECOND: '0', PARTNER_API_CALLS_PER_DAY: '0' },
      { callsPerSecond: Infinity, callsPerDay: Infinity },
    ],
    ['is none before the sandbox inside', {}, { callsPerSecond: Infinity, callsPerDay: null }],
    [
      'is learned before a sandbox inside that has one',
      { SANDBOX_CALLS_PER_SECOND: '5' },
      { callsPerSecond: null, callsPerDay: null },
    ],
  ])('%s', (_, env, expected) => {
    expect(quotaSettings(readSettings(env))).toEqual(expected);
  });
});

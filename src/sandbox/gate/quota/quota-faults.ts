import { gateFault, type Reply } from '../../server/reply';
import type { RateSpelling } from './quota-options';

/** 429 of a spike arrest. It states the rate, but neither a time nor `Retry-After`. */
export function spikeArrestFault(callsPerSecond: number, spelling: RateSpelling): Reply {
  const rate = spelledRate(callsPerSecond, spelling);
  return gateFault(
    429,
    'policies.ratelimit.SpikeArrestViolation',
    rate === null ? 'Spike arrest violation.' : `Spike arrest violation. Allowed rate : ${rate}`,
  );
}

/** The fault of a call over the daily quota. The two spaces are the gate's own. */
export function quotaFault(status: number, identifier: string): Reply {
  return gateFault(
    status,
    'policies.ratelimit.QuotaViolation',
    `Rate limit quota violation. Quota limit  exceeded. Identifier : ${identifier}`,
  );
}

function spelledRate(callsPerSecond: number, spelling: RateSpelling): string | null {
  const perMinute = Math.round(callsPerSecond * 60);
  switch (spelling) {
    case 'messagesPerPeriod':
      return Number.isInteger(callsPerSecond)
        ? messageRate(callsPerSecond, 1_000_000)
        : messageRate(perMinute, 60_000_000);
    case 'perSecond':
      return `${callsPerSecond}ps`;
    case 'perMinute':
      return `${perMinute}pm`;
    case 'capacity':
      return `MessageRate{capacity=${perMinute}, period=Minutes}`;
    case 'none':
      return null;
  }
}

function messageRate(messages: number, periodMicroseconds: number): string {
  return `MessageRate{messagesPerPeriod=${messages}, periodInMicroseconds=${periodMicroseconds}, maxBurstMessageCount=1.0}`;
}

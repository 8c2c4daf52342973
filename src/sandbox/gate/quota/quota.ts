import { Refusal } from '../../server/refusal';
import type { SandboxClock } from '../../time/clock';
import { DailyQuota } from './daily-quota';
import { quotaFault, spikeArrestFault } from './quota-faults';
import type { QuotaOptions } from './quota-options';
import { SpikeArrest } from './spike-arrest';

/** How many calls the quota admitted and refused. */
export interface QuotaReport {
  admitted: number;
  /** Refused because of the rate. */
  refusedByRate: number;
  /** Refused because of the daily amount. */
  refusedByDay: number;
}

/**
 * The quota of the partner's key ("Quota"). Every call with the key counts: tokens, polls, deletes and reads, and calls
 * that fail later. The spike arrest comes first; what it refuses does not count for the day.
 */
export class Quota {
  private readonly counts: QuotaReport = { admitted: 0, refusedByRate: 0, refusedByDay: 0 };
  private readonly rate: { arrest: SpikeArrest; fault: Refusal } | null;
  private readonly day: { quota: DailyQuota; fault: Refusal } | null;
  private readonly hasHeaders: boolean;

  constructor(
    private readonly clock: SandboxClock,
    identifier: string,
    options: QuotaOptions = {},
  ) {
    const { callsPerSecond = 0, callsPerDay = 0, rateSpelling = 'messagesPerPeriod' } = options;
    this.rate =
      callsPerSecond > 0
        ? {
            arrest: new SpikeArrest(callsPerSecond),
            fault: new Refusal(spikeArrestFault(callsPerSecond, rateSpelling)),
          }
        : null;
    this.day =
      callsPerDay > 0
        ? {
            quota: new DailyQuota(callsPerDay),
            fault: new Refusal(quotaFault(options.dayStatus ?? 429, identifier)),
          }
        : null;
    this.hasHeaders = options.headers ?? true;
  }

  /**
   * Counts one call.
   * @throws Refusal with the gate's fault if it is over the rate or the daily amount.
   */
  admit(): void {
    const steadyMs = this.clock.steadyNow?.() ?? this.clock.now();
    if (this.rate?.arrest.admits(steadyMs) === false) {
      this.counts.refusedByRate += 1;
      throw this.rate.fault;
    }
    if (this.day?.quota.admits(this.clock.now()) === false) {
      this.counts.refusedByDay += 1;
      throw this.day.fault;
    }
    this.counts.admitted += 1;
  }

  /** The gate's headers on a response, as of now. */
  headers(): Record<string, string> {
    if (this.day === null || !this.hasHeaders) return {};
    const { limit, available, over, resetMs } = this.day.quota.state(this.clock.now());
    return {
      'Rate-Limit': String(limit),
      'Rate-Limit-Available': String(available),
      'Rate-Limit-Over': String(over),
      'Rate-Limit-Reset': String(Math.ceil(resetMs)),
    };
  }

  /** The counts so far. */
  report(): QuotaReport {
    return { ...this.counts };
  }
}

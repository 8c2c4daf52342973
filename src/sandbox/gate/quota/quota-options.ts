/** How a spike arrest spells the allowed rate. With `none` it does not state it. */
export type RateSpelling = 'messagesPerPeriod' | 'perSecond' | 'perMinute' | 'capacity' | 'none';

/** The partner's quota at the gate. */
export interface QuotaOptions {
  /** 5 means one call every 200 ms. 0 means no limit. @default 0 */
  callsPerSecond?: number;
  /** Counted in windows of 24 hours, each from its first call. 0 means no limit. @default 0 */
  callsPerDay?: number;
  /** How the fault of a spike arrest states the rate. @default messagesPerPeriod */
  rateSpelling?: RateSpelling;
  /** The HTTP status of calls over the daily amount. The `errorcode` is the same with each. @default 429 */
  dayStatus?: 429 | 403 | 500;
  /** Whether responses have the `Rate-Limit…` headers. They need `callsPerDay`. @default true */
  headers?: boolean;
}

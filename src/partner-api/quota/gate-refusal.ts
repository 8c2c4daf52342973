import { z } from 'zod';

/** Why the gate in front of the Partner API refused a call. The gate refuses before the API sees the call. */
export type GateRefusal =
  /** Too many calls in too short a time. `callsPerSecond` is null where the gate does not state the rate. */
  | { readonly kind: 'rate'; readonly callsPerSecond: number | null }
  /** The day's amount is exhausted. */
  | { readonly kind: 'day' };

const fault = z.object({
  fault: z.object({
    faultstring: z.string().catch(''),
    detail: z.object({ errorcode: z.string() }),
  }),
});

/** An error of the API itself, behind the gate: "over the number of reservations, upstream may refuse with 429". */
const apiError = z.object({ error: z.object({}) });

const PERIOD_SECONDS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  seconds: 1,
  minutes: 60,
  hours: 3600,
};

/**
 * What a gate's answer says about the quota; null where it is no refusal by a quota. "The `errorcode` decides, not the
 * status": some gates answer 403 or 500. A 429 without a fault is a rate without a figure; one with
 * the API's own `error` has passed the gate.
 *
 * @param text the body as it came.
 */
export function gateRefusalOf(status: number, text: string): GateRefusal | null {
  if (status < 400) return null;
  // Most failures are the API's own, and need no second parsing.
  const read = text.includes('policies.ratelimit') ? fault.safeParse(jsonOrNull(text)) : null;
  if (read?.success) {
    const { errorcode } = read.data.fault.detail;
    if (errorcode === 'policies.ratelimit.QuotaViolation') return { kind: 'day' };
    if (errorcode === 'policies.ratelimit.SpikeArrestViolation') {
      return { kind: 'rate', callsPerSecond: statedRate(read.data.fault.faultstring) };
    }
  }
  return status === 429 && !apiError.safeParse(jsonOrNull(text)).success
    ? { kind: 'rate', callsPerSecond: null }
    : null;
}

/**
 * The rate in the text of a spike arrest, in calls a second: `5ps`, `600pm`, `MessageRate{messagesPerPeriod=5,
 * periodInMicroseconds=1000000, …}` and `MessageRate{capacity=80, period=Minutes}` have been seen. Null for others.
 */
export function statedRate(faultstring: string): number | null {
  const short = /(?:^|[\s:])(\d{1,9})p([sm])\b/i.exec(faultstring);
  if (short) return rate(short[1], PERIOD_SECONDS[(short[2] ?? '').toLowerCase()]);
  const messages = /messagesPerPeriod=(\d{1,9})\b/.exec(faultstring)?.[1];
  const micros = /periodInMicroseconds=(\d{1,15})\b/.exec(faultstring)?.[1];
  if (messages !== undefined && micros !== undefined) return rate(messages, Number(micros) / 1e6);
  const capacity = /capacity=(\d{1,9})\b/.exec(faultstring)?.[1];
  const period = /period=([A-Za-z]+)/.exec(faultstring)?.[1];
  return capacity === undefined ? null : rate(capacity, PERIOD_SECONDS[(period ?? '').toLowerCase()]);
}

/** Calls a second; null for a rate of nothing, which no gate can mean. */
function rate(calls: string | undefined, seconds: number | undefined): number | null {
  const perSecond = Number(calls) / (seconds ?? NaN);
  return Number.isFinite(perSecond) && perSecond > 0 ? perSecond : null;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

import { z } from 'zod';
import { ROUTE_NAMES, type RouteName } from '../routes/route-names';

const KINDS = [
  'latency',
  'status',
  'resetBefore',
  'resetAfter',
  'statusAfter',
  'hang',
  'html',
  'empty',
  'truncated',
  'huge',
  'json',
] as const;

/** Faults as `POST /faults` accepts them. */
export const faultList = z.array(
  z.strictObject({
    /** The calls that fail. */
    route: z.enum(ROUTE_NAMES),
    /**
     * `latency` delays the call and continues. `resetAfter`, `statusAfter` and `truncated` carry out the call and
     * spoil the response. All others replace the call.
     */
    kind: z.enum(KINDS),
    /** For `latency`; measured by the system's clock, not by an injected one. */
    delayMs: z.number().nonnegative().optional(),
    /** For `status` (default 503), `statusAfter` (500), `html` (502) and `json` (200). */
    status: z.int().min(200).max(599).optional(),
    /** For `status`, `statusAfter` and `json`. A string is sent unchanged. */
    body: z.unknown().optional(),
    /** Added to the response of `status`, `statusAfter`, `html`, `empty`, `huge` and `json`. */
    headers: z.record(z.string(), z.string()).optional(),
    /** How many calls it affects. @default all until it is cleared */
    times: z.int().positive().optional(),
    /** Affects only calls that name this event, or a cart of this event. */
    eventId: z.string().optional(),
  }),
);

/** A failure on demand. */
export type Fault = z.infer<typeof faultList>[number];
/** A fault that decides the response. Latency does not. */
export type ResponseFault = Fault & { kind: Exclude<Fault['kind'], 'latency'> };

/** The active faults. */
export class Faults {
  private list: { fault: Fault; left: number }[] = [];

  /** Replaces all faults. */
  set(faults: readonly Fault[]): void {
    this.list = faults.map((fault) => ({ fault, left: fault.times ?? Infinity }));
  }

  /** Takes the faults for one call: every latency before the first fault of another kind, and that fault. */
  take(route: RouteName, eventId: string | null): { delayMs: number; fault: ResponseFault | null } {
    let delayMs = 0;
    for (const entry of this.list) {
      const { fault } = entry;
      if (fault.route !== route || entry.left === 0) continue;
      if (fault.eventId !== undefined && fault.eventId !== eventId) continue;
      entry.left -= 1;
      if (decidesResponse(fault)) return { delayMs, fault };
      delayMs += fault.delayMs ?? 0;
    }
    return { delayMs, fault: null };
  }
}

function decidesResponse(fault: Fault): fault is ResponseFault {
  return fault.kind !== 'latency';
}

/** Time for calls that a process wants to book, and what it says of the quota. */
export interface Booking {
  /** How many calls; 0: it only says and asks how the quota stands. */
  readonly calls: number;
  /** The time from one call to the next, in milliseconds. */
  readonly spacingMs: number;
  /** Nothing is booked if more than so many milliseconds are booked already: so that more important calls go before. */
  readonly withinMs: number;
  /** What the calls are for. After `owedAfterMs` without any of its kind, `withinMs` does not count. */
  readonly kind: string;
  readonly owedAfterMs: number;
  /** Until then, in milliseconds from now, nobody books any time; 0: no pause. */
  readonly pauseMs: number;
  /** Calls that this process has sent since its last booking. */
  readonly sent: number;
  /** The rate that this process has learnt since its last booking, in calls a second; null: it has learnt nothing. */
  readonly learnt: number | null;
}

/** What was booked, and how the quota stands. Times are in milliseconds from the moment of the answer. */
export interface Booked {
  /** Calls that may be sent from `startsInMs` on, one in each `spacingMs`; 0: none was booked. */
  readonly calls: number;
  readonly startsInMs: number;
  /** For how long time is booked, by all processes. */
  readonly bookedMs: number;
  /** The rate that a process has learnt, in calls a second; null: none has. */
  readonly callsPerSecond: number | null;
  /** Calls that all processes have sent today, and in how long a new day begins. */
  readonly sentToday: number;
  readonly dayEndsInMs: number;
  /** Processes that share the quota now, this one included. */
  readonly processes: number;
}

/**
 * Where processes with the same API key share its quota: one line of time, on which each books time for its calls. It
 * answers within a second, and rejects where the shelf cannot be reached.
 */
export interface QuotaShelf {
  book(booking: Booking): Promise<Booked>;
}

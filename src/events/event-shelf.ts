import type { CallClass } from '../partner-api/quota/call-class';

/** For how long what was read of upstream counts as fresh, in milliseconds. */
export interface Lifetimes {
  readonly eventMs: number;
  /** Of "no such event". */
  readonly unknownMs: number;
}

/** What the shelf has of an event. */
export type ShelvedEvent =
  /** Its JSON, as read by a process `ageMs` ago, counted from the moment the shelf was asked. Null: no such event. */
  | { readonly kind: 'event'; readonly json: string | null; readonly ageMs: number }
  /** Nothing that is fresh, and the caller is to read it. No other process does for some seconds, unless asked to `renew`. */
  | { readonly kind: 'claimed' }
  /** Another process is reading it, in a call of this class; one of another release may have other classes. */
  | { readonly kind: 'awaited'; readonly callClass: string };

/**
 * Where processes with the same API key share the details of events. Every method answers within half a second, and rejects
 * where the shelf cannot be reached.
 */
export interface EventShelf {
  /**
   * The event, or who reads it.
   *
   * @param callClass what it is needed for.
   * @param lifetimes older details count as none.
   */
  take(eventId: string, callClass: CallClass, lifetimes: Lifetimes): Promise<ShelvedEvent>;
  /** Lays down an event that was read just now, for all, and ends the claim of this process. Null: no such event. */
  put(eventId: string, json: string | null, lifetimes: Lifetimes): Promise<void>;
  /** Extends the claim of this process, whose read goes on. Without a claim, nothing happens. */
  renew(eventId: string, callClass: CallClass): Promise<void>;
  /** Ends the claim of this process, whose read failed. */
  release(eventId: string): Promise<void>;
}

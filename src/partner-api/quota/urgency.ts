import { CALL_CLASSES, type CallClass } from './call-class';

/**
 * What a call is for, as long as it waits for its turn. It can become more important: a reader's call for an event may
 * be joined by a shopper who needs the event for a reserve.
 */
export class Urgency {
  #onRaise: (() => void) | null = null;

  constructor(private current: CallClass) {}

  get callClass(): CallClass {
    return this.current;
  }

  /** Makes the call as important as `callClass`. Nothing changes if it is more important already. */
  raiseTo(callClass: CallClass): void {
    if (CALL_CLASSES.indexOf(callClass) >= CALL_CLASSES.indexOf(this.current)) return;
    this.current = callClass;
    this.#onRaise?.();
  }

  /** Calls `onRaise` when the class changes; null: nobody any more. */
  watch(onRaise: (() => void) | null): void {
    this.#onRaise = onRaise;
  }
}

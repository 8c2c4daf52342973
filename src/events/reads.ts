import type { CallClass } from '../partner-api/quota/call-class';
import { Urgency } from '../partner-api/quota/urgency';
import { Stop, type StopSignal } from '../stop';

/** One upstream read and the callers that wait for it. When the last of them disconnects, it is cancelled. */
class Read<Result> {
  readonly result: Promise<Result>;
  /** As important as the most important caller that has joined. */
  readonly urgency: Urgency;
  readonly #stop = new Stop();
  readonly #gone: StopSignal[] = [];
  #waiting = 0;

  /** @param onOver called when the read has ended or is cancelled. */
  constructor(
    read: (stop: StopSignal, urgency: Urgency) => Promise<Result>,
    callClass: CallClass,
    private readonly onOver: (read: Read<Result>) => void,
  ) {
    this.urgency = new Urgency(callClass);
    this.result = read(this.#stop, this.urgency);
    this.result.then(this.#end, this.#end);
  }

  /** Resolves as the read does. A caller without the signal `gone` waits until the read has ended. */
  wait(gone?: StopSignal): Promise<Result> {
    this.#waiting++;
    if (gone?.aborted) this.#leave();
    else if (gone) {
      gone.addEventListener('abort', this.#leave);
      this.#gone.push(gone);
    }
    return this.result;
  }

  readonly #leave = (): void => {
    if (--this.#waiting > 0) return;
    this.onOver(this);
    this.#stop.abort();
  };

  readonly #end = (): void => {
    for (const gone of this.#gone) gone.removeEventListener('abort', this.#leave);
    this.onOver(this);
  };
}

/** The upstream reads that are under way, one for each id. */
export class Reads<Result> {
  readonly #underWay = new Map<string, Read<Result>>();

  /**
   * Waits for the read of `id` that is under way, or begins one.
   *
   * @param read cancelled by its signal when all callers have disconnected; a later caller begins a new one.
   * @param callClass what the caller needs it for. A read under way becomes as important.
   * @param gone aborted when the caller disconnects.
   */
  join(
    id: string,
    read: (stop: StopSignal, urgency: Urgency) => Promise<Result>,
    callClass: CallClass,
    gone?: StopSignal,
  ): Promise<Result> {
    const underWay = this.#underWay.get(id);
    if (underWay) {
      underWay.urgency.raiseTo(callClass);
      return underWay.wait(gone);
    }
    const begun = new Read(read, callClass, (over) => {
      if (this.#underWay.get(id) === over) this.#underWay.delete(id);
    });
    this.#underWay.set(id, begun);
    return begun.wait(gone);
  }
}

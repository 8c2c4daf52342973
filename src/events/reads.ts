import { Stop, type StopSignal } from '../stop';

/** One read of upstream, and those who wait for it: when the last of them has gone, it is called off. */
class Read<Result> {
  readonly result: Promise<Result>;
  readonly #stop = new Stop();
  #waiting = 0;

  constructor(
    read: (stop: StopSignal) => Promise<Result>,
    private readonly onCalledOff: () => void,
  ) {
    this.result = read(this.#stop);
  }

  /** Resolves as the read does. Who has no signal that says that he has `gone` waits to the end. */
  wait(gone?: StopSignal): Promise<Result> {
    this.#waiting++;
    if (!gone) return this.result;
    const leave = (): void => {
      if (--this.#waiting > 0) return;
      this.onCalledOff();
      this.#stop.abort();
    };
    if (gone.aborted) {
      leave();
      return this.result;
    }
    gone.addEventListener('abort', leave);
    const stay = () => gone.removeEventListener('abort', leave);
    this.result.then(stay, stay);
    return this.result;
  }
}

/** The reads of upstream that are under way, one for each id. */
export class Reads<Result> {
  readonly #underWay = new Map<string, Read<Result>>();

  /**
   * Waits for the read of `id` that is under way, or begins one.
   *
   * @param read is called off by its signal when all who wait for it have gone; who comes after that has it begun anew.
   * @param gone aborted when the asker goes away.
   */
  join(id: string, read: (stop: StopSignal) => Promise<Result>, gone?: StopSignal): Promise<Result> {
    const underWay = this.#underWay.get(id);
    if (underWay) return underWay.wait(gone);
    const forget = (): void => {
      if (this.#underWay.get(id) === begun) this.#underWay.delete(id);
    };
    const begun = new Read(read, forget);
    this.#underWay.set(id, begun);
    begun.result.then(forget, forget);
    return begun.wait(gone);
  }
}

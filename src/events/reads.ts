import { Stop, type StopSignal } from '../stop';

/** One read of upstream, and those who wait for it: when the last of them has gone, it is called off. */
class Read<Result> {
  readonly result: Promise<Result>;
  readonly #stop = new Stop();
  readonly #gone: StopSignal[] = [];
  #waiting = 0;

  /** @param onOver told when the read has ended, or is called off. */
  constructor(
    read: (stop: StopSignal) => Promise<Result>,
    private readonly onOver: (read: Read<Result>) => void,
  ) {
    this.result = read(this.#stop);
    this.result.then(this.#end, this.#end);
  }

  /** Resolves as the read does. Who has no signal that says that he has `gone` waits to the end. */
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
    const begun = new Read(read, (over) => {
      if (this.#underWay.get(id) === over) this.#underWay.delete(id);
    });
    this.#underWay.set(id, begun);
    return begun.wait(gone);
  }
}

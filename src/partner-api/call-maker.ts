import type { Clock } from '../clock';
import { Stop, type StopSignal } from '../stop';
import { UpstreamDown } from './errors';
import type { Caller } from './model/caller';
import type { CallBudget } from './quota/budget';
import type { CallClass } from './quota/call-class';
import { Urgency } from './quota/urgency';
import { ApiAddress, type KeyPlace } from './transport/api-address';
import type { ApiRequest, CallName } from './transport/api-request';
import { Deadline } from './transport/deadline';
import type { CallNotes, CallReport } from './transport/request-queue';
import { retry } from './transport/retry';
import { type CallTracing, type Outgoing, Transport, type TransportSettings } from './transport/transport';
import type { Call } from './calls/call';
import { type Poll, PollingAddresses } from './calls/polling';

/** How long a call waits for its turn, where its turn is not taken before: about as long as a reader does. */
const TURN_WITHIN_MS = 15_000;

const NEVER: StopSignal = new Stop();

/** A turn that `takeTurn` took. */
export interface TakenTurn {
  /** How long it was waited for, in milliseconds. */
  readonly waitedMs: number;
}

/** How a call takes its turn in the budget. */
export interface CallOptions {
  /** Aborted when nobody needs the answer any more. */
  readonly signal?: StopSignal | undefined;
  /** How important the call is, where that is not what it usually is. */
  readonly urgency?: Urgency | undefined;
  /** Its turn, where that was taken by `takeTurn`. A gate that refuses it all the same is UpstreamOverRate then. */
  readonly turn?: TakenTurn | undefined;
  /** Whether the caller still holds the cart's lock. Asked in the moment in which a socket takes the request. */
  readonly mayStillSend?: (() => boolean) | undefined;
}

/** How a turn is waited for. */
export interface TurnOptions {
  readonly withinMs?: number;
  readonly isRepeated?: boolean;
  readonly stop?: StopSignal;
}

/**
 * Makes calls of any edition: each takes its turn, is sent, and is tried again where it is a read that failed on the way.
 * While upstream is down, calls fail at once, but for those that find out whether it is back.
 */
export class CallMaker {
  readonly #transport: Transport;
  readonly #polling: PollingAddresses;
  /** The read that finds out whether upstream is back. */
  #lastRead: Outgoing | null = null;

  /** @param onCall called after every request that was sent, or that upstream gave no chance to send. */
  constructor(
    private readonly settings: TransportSettings,
    keyPlace: KeyPlace,
    private readonly clock: Clock,
    onCall: (report: CallReport) => void,
    private readonly tracing: CallTracing | null,
  ) {
    const address = new ApiAddress(settings.baseUrl, settings.apiKey, keyPlace);
    this.#transport = new Transport(settings, address, clock, onCall, tracing);
    this.#polling = new PollingAddresses(address);
  }

  /** The budget in which every call takes its turn. */
  get budget(): CallBudget {
    return this.#transport.budget;
  }

  /** See `PartnerApi.isDown`. */
  get isDown(): boolean {
    return this.#transport.breaker.isOpen;
  }

  /** When upstream last answered, by the clock, in milliseconds; null: not yet. */
  get lastAnswerAtMs(): number | null {
    return this.#transport.breaker.lastAnswerAtMs;
  }

  /** See `PartnerApi.probe`. */
  probe(): boolean {
    const { breaker } = this.#transport;
    if (this.#lastRead === null) return breaker.mayProbe;
    if (!breaker.takeProbe()) return false;
    const deadline = new Deadline(this.clock, this.settings.timeoutMs);
    const urgency = new Urgency('finish');
    const notes = this.#newNotes(this.#lastRead.notes.route, urgency);
    const outgoing = { ...this.#lastRead, notes, urgency, turnWithinMs: TURN_WITHIN_MS };
    const ended = (): void => deadline.clear();
    this.#transport.send(outgoing, deadline).then(ended, ended);
    return false;
  }

  /** See `PartnerApi.takeTurn`. */
  takeTurn(
    callClass: CallClass,
    caller: string,
    { withinMs = Infinity, isRepeated = false, stop = NEVER }: TurnOptions,
  ): Promise<void> | null {
    const waitsUntilMs = this.clock.now() + withinMs;
    const candidate = { urgency: new Urgency(callClass), caller, stop, waitsUntilMs };
    return this.#transport.takeTurn(candidate, isRepeated);
  }

  /** Fails every call and closes the sockets. */
  async close(): Promise<void> {
    await this.#transport.close();
  }

  /** Polls. An address that may not be followed rejects the promise, as every failure does. */
  async poll<Result>(
    call: Call<Poll, Result>,
    input: Poll,
    caller: Caller,
    options?: CallOptions,
  ): Promise<Result> {
    return this.perform(call, input, caller, options);
  }

  /** What a call returns for the JSON of a response with status 200. Throws what its reader throws. */
  read<Input, Result>(call: Call<Input, Result>, input: Input, json: string): Result {
    return call.read({ status: 200, headers: {}, text: json }, input, this.#polling);
  }

  /**
   * Makes a call. All its tries and pauses together take no longer than `timeoutMs`, beside the wait for its turn.
   *
   * @throws UpstreamError (by way of the promise). EditionLacks is thrown at once, and nothing is sent.
   */
  perform<Input, Result>(
    call: Call<Input, Result>,
    input: Input,
    caller: Caller,
    { signal, urgency = new Urgency(call.callClass), turn, mayStillSend }: CallOptions = {},
  ): Promise<Result> {
    const request = this.#encoded(call, input, turn);
    const turnWithinMs = turn ? null : TURN_WITHIN_MS;
    const notes = this.#newNotes(call.name, urgency, turn);
    const outgoing = { notes, request, caller, urgency, turnWithinMs, mayStillSend };
    // A read for a cart is not repeated: nobody would hold the cart's lock. Nor is a poll: it would come too early.
    if (call.isRetried && !mayStillSend && call.name !== 'poll') this.#lastRead = outgoing;
    if (this.isDown && urgency.callClass !== 'finish' && !this.#isProbe()) {
      if (turn) this.budget.giveBack();
      return this.#failWhileDown(call);
    }
    const deadline = new Deadline(this.clock, this.settings.timeoutMs, signal);
    return this.#transport.send(outgoing, deadline).then(
      (response) => {
        deadline.clear();
        return call.read(response, input, this.#polling);
      },
      (error: unknown) => {
        // A turn that was taken before is used: every further try takes one of its own.
        const again = turn ? { ...outgoing, turnWithinMs: TURN_WITHIN_MS } : outgoing;
        const send = () => this.#transport.send(again, deadline);
        return this.#recover(call, input, send, error, deadline);
      },
    );
  }

  /** The request of a call. One that cannot be encoded uses no turn. */
  #encoded<Input, Result>(call: Call<Input, Result>, input: Input, turn?: TakenTurn): ApiRequest {
    try {
      return call.request(input, this.#polling);
    } catch (error) {
      if (turn) this.budget.giveBack();
      throw error;
    }
  }

  /** The notes of a call that was not sent yet. */
  #newNotes(route: CallName, { callClass }: Urgency, turn?: TakenTurn): CallNotes {
    return { route, callClass, tries: 0, waitedMs: turn?.waitedMs ?? 0, origin: this.tracing?.origin() };
  }

  /** While upstream is down: whether a call is sent all the same, since there is no read to repeat in its place. */
  #isProbe(): boolean {
    return this.probe() && this.#transport.breaker.takeProbe();
  }

  async #failWhileDown<Input, Result>(call: Call<Input, Result>): Promise<Result> {
    const error = new UpstreamDown(this.#transport.breaker.retryAfterSeconds);
    if (call.onFailure) return call.onFailure(error);
    throw error;
  }

  async #recover<Input, Result>(
    call: Call<Input, Result>,
    input: Input,
    send: () => ReturnType<Transport['send']>,
    error: unknown,
    deadline: Deadline,
  ): Promise<Result> {
    try {
      if (!call.isRetried) throw error;
      return call.read(await retry(send, error, deadline, this.clock), input, this.#polling);
    } catch (lastError) {
      if (call.onFailure) return call.onFailure(lastError);
      throw lastError;
    } finally {
      deadline.clear();
    }
  }
}

import { pino } from 'pino';

import { type Gateway, startGateway } from '../../src/gateway';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox';
import { readSettings } from '../../src/settings';
import { MemoryStore } from '../../src/storage/memory-store';
import { askOne, type Result } from '../support/carts';
import { FakeMachine } from '../support/fake-machine';
import { type House, ask } from '../support/house';

export const LEASE_MS = 120_000;

/** Keeps what was written before the process died. */
class CrashStore extends MemoryStore {
  hasCrashed = false;

  override async writeMark(mark: unknown): Promise<void> {
    if (!this.hasCrashed) await super.writeMark(mark);
  }
}

/** A gateway on a machine whose clocks a test sets, before a sandbox whose clock is right. */
export class MachineHouse {
  readonly machine = new FakeMachine();
  readonly #store = new CrashStore();
  readonly #errors: string[] = [];
  #gateway!: Gateway;
  sandbox!: Sandbox;

  static async open(): Promise<MachineHouse> {
    const house = new MachineHouse();
    house.sandbox = await startSandbox({ clock: house.machine.truth, reservationLimit: 1000 });
    await house.#start();
    return house;
  }

  /** Asks for the one field of `query`. */
  async ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Result> {
    const { url } = this.#gateway;
    const house = { ask: (...of: Parameters<House['ask']>) => ask(url, ...of) } as House;
    return this.machine.until(askOne(house, query, variables as Record<string, unknown>, headers));
  }

  /**
   * The process ends, and another takes its place.
   *
   * @param off what happens to the machine in between.
   * @param crashed whether the process died without a last word.
   */
  async restart(off: (machine: FakeMachine) => void, crashed: boolean): Promise<void> {
    this.#store.hasCrashed = crashed;
    await this.machine.until(this.#gateway.close());
    this.#store.hasCrashed = false;
    off(this.machine);
    await this.#start();
  }

  /** The ids of upstream's open carts. */
  openCarts(): Map<string, { holdExpiresAt: string | null }> {
    return new Map(this.sandbox.report().carts.map((cart) => [cart.cartId, cart]));
  }

  async close(): Promise<void> {
    await this.machine.until(this.#gateway.close());
    await this.sandbox.close();
    if (this.#errors.length > 0) throw new Error(this.#errors.join('\n'));
  }

  async #start(): Promise<void> {
    const settings = readSettings({
      PORT: '0',
      LOG_LEVEL: 'error',
      CART_LEASE_SECONDS: String(LEASE_MS / 1000),
    });
    const log = pino({ level: settings.LOG_LEVEL }, { write: (line) => void this.#errors.push(line) });
    this.#gateway = await startGateway(settings, this.sandbox, log, {
      machine: this.machine,
      store: this.#store,
    });
  }
}

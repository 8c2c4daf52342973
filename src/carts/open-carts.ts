import { type Account, type CartRecord, isEnded } from './lifecycle/record';

/** For each cart that may be open on an account, so many may wait for one of them to end. More are refused. */
const WAITING_PER_CART = 10;
/** How long a shopper keeps a cart, roughly. */
const CART_MS = 120_000;

/** A cart that has not ended. */
interface Entry {
  readonly accounts: readonly Account[];
  readonly joinedAtMs: number;
  /** By its record, nothing was asked of upstream for it yet. */
  stands: boolean;
  /** Its turn has come: upstream is about to be asked. */
  isClaimed: boolean;
}

/** The carts of one account that have not ended. */
interface Carts {
  /** Those that upstream knows, or is about to be asked for. */
  readonly open: Set<string>;
  /** Those that stand in line, or were set aside from it. */
  readonly waiting: Map<string, Entry>;
}

/** How long a cart waits for the carts of its own address or frontend. */
export interface AccountPlace {
  /** 1: the next of its account. 0: nothing to wait for. */
  readonly position: number;
  readonly estimatedWaitMs: number;
}

/**
 * Counts the carts that are open on each account. "Each partner owns a limited number of simultaneous reservations": no
 * account may take them all. One more than an account may have open waits in line like any other. If its turn comes while
 * the account is full, it is set aside, so that it holds up nobody; as soon as one of the account's carts has ended, it
 * is the next. Like the order of the line, all this follows from the records, and every process makes it again.
 */
export class OpenCarts {
  readonly #entries = new Map<string, Entry>();
  readonly #accounts = new Map<string, Carts>();
  /** Carts whose turn has come while an account of theirs was full. */
  readonly #aside = new Map<string, Entry>();
  /** Accounts on which there may be room for one that is set aside. */
  readonly #withRoom = new Set<string>();

  /** How many carts are set aside. */
  get aside(): number {
    return this.#aside.size;
  }

  /**
   * Admits a new cart to the line, or not: if as many wait on one of its accounts as may. The same cart may be admitted
   * again. If it is not written then, `note` has to take it back.
   *
   * @returns null, or the seconds until there may be room.
   */
  admit(id: string, accounts: readonly Account[], nowMs: number): number | null {
    if (accounts.length === 0 || this.#entries.has(id)) return null;
    const full = accounts.filter(
      ({ name, mostCarts }) => this.#cartsOf(name).waiting.size >= WAITING_PER_CART * mostCarts,
    );
    if (full.length > 0) return Math.ceil(Math.max(...full.map((account) => msPerCart(account))) / 1000);
    this.#set(id, { accounts, joinedAtMs: nowMs, stands: true, isClaimed: false });
    return null;
  }

  /** Takes note of a cart as it is now; undefined: there is none. Returns whether one that is set aside may have room. */
  note(id: string, record: CartRecord | undefined): boolean {
    if (!record || isEnded(record)) this.#remove(id);
    else {
      const { accounts, createdAtMs: joinedAtMs } = record;
      const known = this.#entries.get(id);
      const stands = isWaiting(record);
      if (known) this.#change(id, known, { stands });
      else if (accounts.length > 0) this.#set(id, { accounts, joinedAtMs, stands, isClaimed: false });
    }
    return this.#withRoom.size > 0;
  }

  /** The turn of a cart has come: whether its accounts have room for it. */
  hasRoom(id: string): boolean {
    const entry = this.#entries.get(id);
    return !entry || isOpen(entry) || entry.accounts.every((account) => this.#roomOn(account) > 0);
  }

  /** A reserve is about to be made for a cart. */
  claim(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.#change(id, entry, { isClaimed: true });
  }

  /** What was done for a claimed cart has ended; its record says whether upstream has been asked. */
  unclaim(id: string): void {
    const entry = this.#entries.get(id);
    if (entry) this.#change(id, entry, { isClaimed: false });
  }

  /** Puts a cart aside until there is room for it. */
  setAside(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#aside.set(id, entry);
    // It waits for one account: there may be others for the room on the other one.
    for (const account of entry.accounts) if (this.#roomOn(account) > 0) this.#withRoom.add(account.name);
  }

  /** Takes back those set aside for which there is room now, in the order in which they came. */
  takeBack(): string[] {
    const back = new Map<string, Entry>();
    for (const name of this.#withRoom) {
      const { waiting } = this.#cartsOf(name);
      const served = [...waiting].filter(([id]) => this.#aside.has(id) && this.hasRoom(id)).sort(byArrival);
      const account = served[0]?.[1].accounts.find((one) => one.name === name);
      for (const [id, entry] of served.slice(0, account ? this.#roomOn(account) : 0)) back.set(id, entry);
    }
    this.#withRoom.clear();
    for (const id of back.keys()) this.#aside.delete(id);
    return [...back].sort(byArrival).map(([id]) => id);
  }

  /** Whether a cart is set aside. */
  isAside(id: string): boolean {
    return this.#aside.has(id);
  }

  /** How long a cart in line, or set aside, waits for carts of its own accounts. */
  placeOf(id: string): AccountPlace {
    const entry = this.#entries.get(id);
    const places = (entry?.accounts ?? []).map((account) => {
      const { open, waiting } = this.#cartsOf(account.name);
      const own = waiting.get(id)?.joinedAtMs ?? -Infinity;
      let [before, isPassed] = [0, false];
      for (const [other, { joinedAtMs }] of waiting) {
        if (other === id) isPassed = true;
        else if (joinedAtMs < own || (joinedAtMs === own && !isPassed)) before++;
      }
      const position = Math.max(open.size + before + 1 - account.mostCarts, 0);
      return { position, estimatedWaitMs: position * msPerCart(account) };
    });
    return {
      position: Math.max(0, ...places.map(({ position }) => position)),
      estimatedWaitMs: Math.max(0, ...places.map(({ estimatedWaitMs }) => estimatedWaitMs)),
    };
  }

  #cartsOf(name: string): Carts {
    return this.#accounts.get(name) ?? { open: new Set(), waiting: new Map() };
  }

  #roomOn({ name, mostCarts }: Account): number {
    return mostCarts - this.#cartsOf(name).open.size;
  }

  #set(id: string, entry: Entry): void {
    this.#entries.set(id, entry);
    for (const { name } of entry.accounts) {
      const carts = this.#cartsOf(name);
      this.#accounts.set(name, carts);
      if (isOpen(entry)) carts.open.add(id);
      else carts.waiting.set(id, entry);
    }
  }

  /** One that is no longer open is the next to be served: the room is its own, and not for one that is set aside. */
  #change(id: string, entry: Entry, change: Partial<Pick<Entry, 'stands' | 'isClaimed'>>): void {
    Object.assign(entry, change);
    if (isOpen(entry)) this.#aside.delete(id);
    for (const { name } of entry.accounts) {
      const { open, waiting } = this.#cartsOf(name);
      open.delete(id);
      waiting.delete(id);
      if (isOpen(entry)) open.add(id);
      else waiting.set(id, entry);
    }
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    this.#entries.delete(id);
    this.#aside.delete(id);
    for (const { name } of entry.accounts) {
      const { open, waiting } = this.#cartsOf(name);
      open.delete(id);
      waiting.delete(id);
      if (this.#aside.size > 0) this.#withRoom.add(name);
      if (open.size + waiting.size === 0) {
        this.#accounts.delete(name);
        this.#withRoom.delete(name);
      }
    }
  }
}

/** Whether nothing was asked of upstream yet. One whose place is kept for a new captcha keeps its room, too. */
const isWaiting = (record: CartRecord): boolean =>
  record.state === 'RESERVING' && record.calling === null && record.place?.keptUntilMs === null;

const isOpen = ({ stands, isClaimed }: Entry): boolean => !stands || isClaimed;

const msPerCart = ({ mostCarts }: Account): number => CART_MS / mostCarts;

const byArrival = ([, one]: [string, Entry], [, other]: [string, Entry]): number =>
  one.joinedAtMs - other.joinedAtMs;

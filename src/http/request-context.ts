import type { IncomingMessage, ServerResponse } from 'node:http';

import { type EventCatalogue } from '../events/catalogue';
import { EventLoader } from '../events/loader';
import { Validity } from '../events/validity';
import type { Context } from '../graphql/context';
import type { Caller } from '../partner-api/caller';
import { Stop } from '../stop';
import type { Admitted, Door } from './door';

/** What the resolvers of every request work with. */
export type Rooms = Pick<Context, 'clock' | 'dayClock' | 'api' | 'desk' | 'checkout' | 'availability'> & {
  readonly catalogue: EventCatalogue;
};

/** What has to be read out of a request, and how. */
export interface Readers {
  readonly callerOf: (request: IncomingMessage) => Caller;
  readonly isOperator: (request: IncomingMessage) => boolean;
  readonly publicUrlOf: (request: IncomingMessage) => string;
  readonly accountsOf: Door['accountsOf'];
}

/** The context of one request. What a warm read of an event has no need of is made when it is first asked for. */
export class RequestContext implements Context {
  readonly clock: Context['clock'];
  readonly dayClock: Context['dayClock'];
  readonly api: Context['api'];
  readonly desk: Context['desk'];
  readonly checkout: Context['checkout'];
  readonly availability: Context['availability'];
  readonly validity = new Validity();
  readonly events: EventLoader;
  /** What was made when it was first asked for. One object, which contexts made after this one's pattern share. */
  private readonly made: { caller?: Caller; gone?: Stop } = {};

  constructor(
    rooms: Rooms,
    private readonly readers: Readers,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
    readonly requestId: string,
    private readonly admitted: Admitted,
  ) {
    this.clock = rooms.clock;
    this.dayClock = rooms.dayClock;
    this.api = rooms.api;
    this.desk = rooms.desk;
    this.checkout = rooms.checkout;
    this.availability = rooms.availability;
    this.events = new EventLoader(rooms.catalogue, this, this.validity);
  }

  get caller(): Caller {
    return (this.made.caller ??= this.readers.callerOf(this.request));
  }

  get accounts(): Context['accounts'] {
    return this.readers.accountsOf(this.caller.ip, this.admitted.frontend);
  }

  get throttledForSeconds(): number | null {
    return this.admitted.throttledForSeconds;
  }

  get isOperator(): boolean {
    return this.readers.isOperator(this.request);
  }

  get publicUrl(): string {
    return this.readers.publicUrlOf(this.request);
  }

  get signal(): Stop {
    return (this.made.gone ??= goneWith(this.response));
  }
}

/** Aborted when the client has gone before the answer was sent. */
function goneWith(response: ServerResponse): Stop {
  const gone = new Stop();
  if (response.closed) gone.abort();
  else response.on('close', () => response.writableFinished || gone.abort());
  return gone;
}

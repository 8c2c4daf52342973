import type { EventCatalogue } from '../events/catalogue';
import { EventLoader } from '../events/loader';
import { Validity } from '../events/validity';
import type { Context } from '../graphql/context';
import type { Caller } from '../partner-api/model/caller';
import { Stop } from '../stop';
import type { AccessControl, Admitted } from './access/access-control';
import { type AnswerForm, JSON_TYPE } from './media-types';
import type { HttpRequest } from './request';
import type { HttpResponse } from './response';

/** The parts of the gateway that resolvers of all requests share. */
export type Services = Pick<
  Context,
  'clock' | 'wallClock' | 'toWallTime' | 'partnerReads' | 'desk' | 'checkout' | 'availability'
> & {
  readonly catalogue: EventCatalogue;
};

/** Functions that read a request. */
export interface RequestReaders {
  readonly callerOf: (request: HttpRequest) => Caller;
  readonly isOperator: (request: HttpRequest) => boolean;
  readonly publicUrlOf: (request: HttpRequest) => string;
  readonly accountsOf: AccessControl['accountsOf'];
}

/** The context of one request. What a warm read of an event does not need is created when it is first read. */
export class RequestContext implements Context {
  readonly clock: Context['clock'];
  readonly wallClock: Context['wallClock'];
  readonly toWallTime: Context['toWallTime'];
  readonly partnerReads: Context['partnerReads'];
  readonly desk: Context['desk'];
  readonly checkout: Context['checkout'];
  readonly availability: Context['availability'];
  readonly validity = new Validity();
  readonly events: EventLoader;
  /** What was created when it was first read. One object, shared by contexts that are derived from this one. */
  private readonly created: { caller?: Caller; gone?: Stop } = {};

  constructor(
    services: Services,
    private readonly readers: RequestReaders,
    private readonly request: HttpRequest,
    private readonly response: HttpResponse,
    private readonly admitted: Admitted,
    private readonly form: AnswerForm,
  ) {
    this.clock = services.clock;
    this.wallClock = services.wallClock;
    this.toWallTime = services.toWallTime;
    this.partnerReads = services.partnerReads;
    this.desk = services.desk;
    this.checkout = services.checkout;
    this.availability = services.availability;
    this.events = new EventLoader(services.catalogue, this, this.validity);
  }

  get requestId(): string {
    return this.request.id;
  }

  get summary(): Context['summary'] {
    return this.response.summary;
  }

  /** Whether the client can infer from the status alone that a GraphQL server sent the response. */
  get statusMatters(): boolean {
    return this.form === 'whole' && this.request.accepted.graphql !== JSON_TYPE;
  }

  get caller(): Caller {
    return (this.created.caller ??= this.readers.callerOf(this.request));
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
    return (this.created.gone ??= abortedWithout(this.response));
  }
}

/** Aborted when the connection closes before the response was sent. */
function abortedWithout(response: HttpResponse): Stop {
  const gone = new Stop();
  if (response.closed) gone.abort();
  else response.on('close', () => response.writableFinished || gone.abort());
  return gone;
}

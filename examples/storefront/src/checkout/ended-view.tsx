import { Heading } from '../parts/heading';
import { AgainButton } from '../parts/trouble-notice';
import { toEvent, toEvents } from '../route';
import { wordsFor } from './trouble-words';
import type { Visit } from './visit';

/** The reason why no seats are held, and what to do. */
export function EndedView({ order, trouble, again }: Extract<Visit, { stage: 'ended' }>) {
  const { title, text, remedy, waitSeconds } = wordsFor(trouble);
  const site = trouble.__typename === 'EventNotSellable' ? trouble.redirectUrl : null;
  return (
    <div className="narrow">
      <Heading title={title}>{title}</Heading>
      <p role="alert">{text}</p>
      <p className="quiet" dir="auto">
        {order.event.name}
      </p>
      <div className="actions">
        {remedy === 'again' && again && <AgainButton again={again} waitSeconds={waitSeconds} />}
        {remedy === 'elsewhere' && site !== null && (
          <a className="button button-main" href={site}>
            Go to the event’s page
          </a>
        )}
        <a
          className={`button ${remedy === 'choose' ? 'button-main' : 'button-quiet'}`}
          href={toEvent(order.event.id)}
        >
          {remedy === 'choose' ? 'Choose other tickets' : 'Back to the event'}
        </a>
        <a className="button button-quiet" href={toEvents}>
          Other events
        </a>
      </div>
    </div>
  );
}

import { type FormEvent, useId, useState } from 'react';

import type { EventPage, Ticket } from '../api/events';
import { reserve } from '../checkout/reserve';
import { isInLine, useVisit } from '../checkout/visit';
import { moneyText, rangeText, sum, times } from '../parts/money';
import { go, toCheckout } from '../route';
import { amountAt, priceChoices } from './price-choices';
import { allowedNumbers, ruleText } from './quantities';
import { SeatingPlan } from './seating-plan';

/** A form that selects price, area and number of tickets within the rules of the event. */
export function TicketForm({ event }: { event: EventPage }) {
  const { ticketLimit, tickets } = event;
  const choices = priceChoices(event);
  const onlyPrice = choices.length === 1 ? choices[0]?.priceId : undefined;
  const [priceId, setPriceId] = useState('');
  const [areaId, setAreaId] = useState('');
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(() => firstCounts(tickets, ticketLimit));
  const [complaint, setComplaint] = useState('');
  const complaintId = useId();
  const visit = useVisit();

  const chosenPrice = choices.find((choice) => choice.priceId === priceId);
  const isArea = (id: string) =>
    !chosenPrice || chosenPrice.areaIds.size === 0 || chosenPrice.areaIds.has(id);
  const chosenArea = isArea(areaId) ? areaId : '';
  const isSoldAtPrice = (ticket: Ticket) => priceId === '' || amountAt(ticket, priceId) !== undefined;
  const chosen = tickets
    .map((ticket) => ({ ticket, count: isSoldAtPrice(ticket) ? (counts.get(ticket.ticketId) ?? 0) : 0 }))
    .filter(({ count }) => count > 0);
  const total = chosen.reduce((sumSoFar, { count }) => sumSoFar + count, 0);
  const estimate = sum(
    chosen.flatMap(({ ticket, count }) => {
      const amount = amountAt(ticket, priceId || (onlyPrice ?? ''));
      return amount ? times(amount, count) : [];
    }),
  );

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    const mistake =
      total === 0
        ? 'Choose how many tickets you want.'
        : ticketLimit !== null && total > ticketLimit
          ? `You can have at most ${ticketLimit} tickets for this event; you chose ${total}.`
          : '';
    setComplaint(mistake);
    if (mistake) return;
    void reserve({
      event,
      input: {
        eventId: event.id,
        tickets: chosen.map(({ ticket, count }) => ({
          ticketId: ticket.ticketId,
          quantity: count,
          ...(priceId && { priceId }),
        })),
        ...(chosenArea && { areaIds: [chosenArea] }),
      },
    });
    go(toCheckout);
  };

  return (
    <form className="ticket-form" onSubmit={submit} noValidate aria-labelledby="tickets-title">
      <h2 id="tickets-title">Tickets</h2>
      <SeatingPlan event={event} isOpen={isArea} chosenId={chosenArea} choose={setAreaId} />
      {choices.length > 1 && (
        <fieldset className="choices">
          <legend>Price</legend>
          <label className="choice">
            <input type="radio" name="price" checked={priceId === ''} onChange={() => setPriceId('')} />
            <span>Best available</span>
            <span className="choice-price">{rangeText(choices.flatMap(({ amounts }) => amounts))}</span>
          </label>
          {choices.map((choice) => (
            <label className="choice" key={choice.priceId}>
              <input
                type="radio"
                name="price"
                checked={priceId === choice.priceId}
                onChange={() => setPriceId(choice.priceId)}
              />
              <span>{choice.name}</span>
              <span className="choice-price">{rangeText(choice.amounts)}</span>
            </label>
          ))}
        </fieldset>
      )}
      {event.areaGroups.length > 0 && (
        <label className="field">
          <span className="field-label">Area</span>
          <select value={chosenArea} onChange={(change) => setAreaId(change.target.value)}>
            <option value="">Anywhere</option>
            {event.areaGroups.map((group, index) => (
              <optgroup key={index} label={group.label ?? 'Areas'}>
                {group.areas
                  .filter((area) => isArea(area.areaId))
                  .map((area) => (
                    <option key={area.areaId} value={area.areaId}>
                      {area.description ?? `Area ${area.areaId}`}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </label>
      )}
      <fieldset className="choices" aria-describedby={complaint ? complaintId : undefined}>
        <legend>How many</legend>
        {tickets.map((ticket) => (
          <TicketLine
            key={ticket.ticketId}
            ticket={ticket}
            eventLimit={ticketLimit}
            price={rangeText(pricesOf(ticket, priceId))}
            numbers={isSoldAtPrice(ticket) ? allowedNumbers(ticket, ticketLimit) : [0]}
            count={counts.get(ticket.ticketId) ?? 0}
            setCount={(count) => setCounts(new Map(counts).set(ticket.ticketId, count))}
          />
        ))}
        {ticketLimit !== null && <p className="quiet">At most {ticketLimit} tickets a person.</p>}
      </fieldset>
      {complaint && (
        <p className="field-complaint" role="alert" id={complaintId}>
          {complaint}
        </p>
      )}
      <div className="form-end">
        <p className="estimate" aria-live="polite">
          {total > 0 && `${total} ticket${total === 1 ? '' : 's'}`}
          {estimate && `, ${moneyText(estimate)}`}
          {estimate && !feesAreIncluded(event) && ' before fees'}
        </p>
        <button className="button button-main" type="submit">
          Find seats
        </button>
      </div>
      {visit.stage === 'holding' && (
        <p className="quiet">The seats that you hold now are given back when you look for others.</p>
      )}
      {isInLine(visit) && (
        <p className="quiet">You give up your place in line when you look for other seats.</p>
      )}
    </form>
  );
}

function TicketLine(props: {
  ticket: Ticket;
  eventLimit: number | null;
  price: string | undefined;
  numbers: readonly number[];
  count: number;
  setCount: (count: number) => void;
}) {
  const { ticket, eventLimit, price, numbers, count, setCount } = props;
  const ruleId = useId();
  const rule = ruleText(ticket, eventLimit);
  return (
    <div className="ticket-line">
      <label htmlFor={`${ruleId}-count`}>
        <span className="ticket-name">{ticket.description ?? 'Ticket'}</span>
        <span className="quiet">{price ?? 'Price in the next step'}</span>
      </label>
      <select
        id={`${ruleId}-count`}
        aria-describedby={rule ? ruleId : undefined}
        value={numbers.includes(count) ? count : 0}
        onChange={(change) => setCount(Number(change.target.value))}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
      {rule && (
        <span className="ticket-rule quiet" id={ruleId}>
          {rule}
        </span>
      )}
    </div>
  );
}

const pricesOf = ({ prices }: Ticket, priceId: string) =>
  prices
    .filter((price) => priceId === '' || price.priceId === priceId)
    .map(({ displayAmount }) => displayAmount);

const feesAreIncluded = ({ facilityFeeIncluded, serviceFeeIncluded }: EventPage): boolean =>
  facilityFeeIncluded === true && serviceFeeIncluded === true;

/** Preselects two of the first kind, or the next number that its rules allow. */
function firstCounts(tickets: readonly Ticket[], limit: number | null): ReadonlyMap<string, number> {
  const [first] = tickets;
  if (!first) return new Map();
  const numbers = allowedNumbers(first, limit);
  return new Map([[first.ticketId, numbers.find((number) => number >= 2) ?? numbers.at(-1) ?? 0]]);
}

import type { EventPage } from '../api/events';

const BAND = 44;
const TOP = 52;

/**
 * The seating plan: a band for each area of the first group. A click on a band is a shortcut for the list of areas below,
 * which is accessible to all.
 */
export function SeatingPlan(props: {
  event: EventPage;
  isOpen: (areaId: string) => boolean;
  chosenId: string;
  choose: (areaId: string) => void;
}) {
  const { event, isOpen, chosenId, choose } = props;
  const areas = event.areaGroups[0]?.areas ?? [];
  const chart = event.venue?.images.find(({ rawKind, url }) => rawKind === 'seatingchart' && url !== null);
  if (areas.length === 0 && !chart) return null;
  return (
    <figure className="seating-plan">
      {areas.length > 0 && (
        <svg viewBox={`0 0 320 ${TOP + areas.length * BAND + 24}`} role="img" aria-label={planText(areas)}>
          <path className="plan-stage" d="M110 10 H210 L200 34 Q160 42 120 34 Z" />
          <text className="plan-stage-text" x="160" y="27">
            Stage
          </text>
          {areas.map((area, index) => (
            <g
              key={area.areaId}
              className={`plan-area${isOpen(area.areaId) ? '' : ' is-closed'}${area.areaId === chosenId ? ' is-chosen' : ''}`}
              onClick={() => isOpen(area.areaId) && choose(area.areaId === chosenId ? '' : area.areaId)}
            >
              <path d={band(index)} />
              <text x="160" y={TOP + index * BAND + 32}>
                {area.description ?? `Area ${area.areaId}`}
              </text>
            </g>
          ))}
        </svg>
      )}
      <figcaption className="quiet">
        {areas.length > 0 && 'The areas of the venue, not to scale. '}
        {chart?.url && (
          <a href={chart.url} target="_blank" rel="noreferrer">
            The venue’s own seating chart{chart.name && ` (${chart.name})`}, in a new tab
          </a>
        )}
      </figcaption>
    </figure>
  );
}

/** A curved strip, wider towards the back. */
function band(index: number): string {
  const y = TOP + index * BAND;
  const inset = Math.max(56 - index * 14, 4);
  const [left, right] = [inset, 320 - inset];
  return `M${left} ${y} Q160 ${y + 26} ${right} ${y} L${right} ${y + 34} Q160 ${y + 60} ${left} ${y + 34} Z`;
}

const planText = (areas: EventPage['areaGroups'][number]['areas']): string =>
  `Seating plan: ${areas.map(({ areaId, description }) => description ?? `area ${areaId}`).join(', ')}`;

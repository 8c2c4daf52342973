import { useState } from 'react';

import type { EventCard } from '../api/events';

/** Upstream's pictures are on other hosts, which a strict policy forbids: by default the page draws its own. */
const REMOTE = import.meta.env.VITE_REMOTE_IMAGES === 'true';

/** The event's picture, or a poster drawn from its id. Both are decorative: the name is next to them. */
export function EventPicture({ event: { id, image } }: { event: Pick<EventCard, 'id' | 'image'> }) {
  const [isBroken, setIsBroken] = useState(false);
  if (REMOTE && image?.url && !isBroken) {
    return <img className="poster" src={image.url} alt="" loading="lazy" onError={() => setIsBroken(true)} />;
  }
  return <Poster seed={id} />;
}

const HUES = [342, 12, 28, 44, 152, 178, 204, 228, 262, 292];

/** A poster of plain shapes, always the same for the same seed. */
export function Poster({ seed }: { seed: string }) {
  const number = hash(seed);
  const hue = HUES[number % HUES.length] ?? 0;
  const second = (hue + 40 + (number % 5) * 14) % 360;
  const Motif = MOTIFS[(number >>> 8) % MOTIFS.length] ?? Arches;
  return (
    <svg className="poster" viewBox="0 0 160 90" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <rect width="160" height="90" fill={`hsl(${hue} 46% 24%)`} />
      <g>
        <Motif light={`hsl(${second} 74% 72%)`} middle={`hsl(${hue} 52% 46%)`} turn={(number >>> 12) % 60} />
      </g>
    </svg>
  );
}

interface MotifColours {
  readonly light: string;
  readonly middle: string;
  readonly turn: number;
}

const Arches = ({ light, middle, turn }: MotifColours) => (
  <>
    {[74, 58, 42].map((radius, index) => (
      <circle
        key={radius}
        cx={50 + turn}
        cy="90"
        r={radius}
        fill={index === 1 ? light : middle}
        opacity={0.35 + index * 0.2}
      />
    ))}
    <circle cx={50 + turn} cy="90" r="22" fill={light} />
  </>
);

const Rays = ({ light, middle, turn }: MotifColours) => (
  <>
    {[0, 1, 2, 3, 4].map((ray) => (
      <path
        key={ray}
        d="M0 -14 L18 110 L-18 110 Z"
        fill={ray % 2 === 0 ? light : middle}
        opacity="0.42"
        transform={`translate(${28 + ray * 26} 0) rotate(${24 - ray * 12})`}
      />
    ))}
    <circle cx={50 + turn} cy="70" r="12" fill={light} />
  </>
);

const Waves = ({ light, middle, turn }: MotifColours) => (
  <>
    <circle cx={30 + turn} cy="30" r="17" fill={light} />
    {[46, 58, 70].map((y, index) => (
      <path
        key={y}
        d={`M-10 ${y} q 20 -16 40 0 t 40 0 t 40 0 t 40 0 t 40 0 V 100 H -10 Z`}
        fill={middle}
        opacity={0.4 + index * 0.25}
      />
    ))}
  </>
);

const Discs = ({ light, middle, turn }: MotifColours) => (
  <>
    <circle cx={64 + turn / 3} cy="45" r="34" fill={middle} />
    <circle cx={94 + turn / 3} cy="45" r="34" fill={light} opacity="0.75" />
    <path d="M0 84 H160" stroke={light} strokeWidth="2" />
  </>
);

const MOTIFS = [Arches, Rays, Waves, Discs];

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return value >>> 0;
}

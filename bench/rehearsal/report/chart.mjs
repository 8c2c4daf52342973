import { scaleLinear } from 'd3-scale';

import { at, element, escaped } from './svg.mjs';

const WIDTH = 760;
const HEIGHT = 300;
const MARGIN = { top: 12, right: 18, bottom: 46, left: 62 };
const TICKS = 5;

/**
 * A picture with two axes.
 *
 * @param id unique on the page.
 * @param title what it shows, in a few words, and `description`, what can be seen on it: for readers who cannot see it.
 * @param x label, `most`, and how ticks are written; `y` likewise. Both begin at 0.
 * @param layers functions of the two scales that return SVG, the lowest first.
 */
export function chart({ id, title, description, x, y, layers }) {
  const across = scaleLinear([0, x.most || 1], [MARGIN.left, WIDTH - MARGIN.right]);
  const up = scaleLinear([0, y.most || 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(TICKS);
  const scales = { x: across, y: up };
  return element(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-description` }, escaped(description)),
    yAxis(scales, y),
    layers.map((layer) => layer(scales)),
    xAxis(scales, x),
  );
}

function yAxis({ x, y }, { label, write = String }) {
  const [left, right] = x.range();
  const ticks = y
    .ticks(TICKS)
    .map((value) => [
      element('line', { class: 'grid', x1: left, x2: right, y1: at(y(value)), y2: at(y(value)) }),
      element(
        'text',
        { class: 'tick', x: left - 8, y: at(y(value) + 4), 'text-anchor': 'end' },
        escaped(write(value)),
      ),
    ]);
  const middle = (y.range()[0] + y.range()[1]) / 2;
  return [
    ...ticks,
    element(
      'text',
      { class: 'label', transform: `translate(14 ${at(middle)}) rotate(-90)`, 'text-anchor': 'middle' },
      escaped(label),
    ),
  ].join('');
}

function xAxis({ x, y }, { label, ticks = x.ticks(6), write = String }) {
  const [left, right] = x.range();
  const [bottom] = y.range();
  return [
    element('line', { class: 'axis', x1: left, x2: right, y1: bottom, y2: bottom }),
    ...ticks.map((value) =>
      element(
        'text',
        { class: 'tick', x: at(x(value)), y: bottom + 18, 'text-anchor': 'middle' },
        escaped(write(value)),
      ),
    ),
    element(
      'text',
      { class: 'label', x: (left + right) / 2, y: HEIGHT - 6, 'text-anchor': 'middle' },
      escaped(label),
    ),
  ].join('');
}

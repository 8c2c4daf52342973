import { area, line, stack } from 'd3-shape';

import { at, element, escaped } from './svg.mjs';

/*
 * The layers of charts. `hue` is one of the page's colours, `--hue-1` to `--hue-5`.
 */

/** A line through `points`, of `x` and `y`. */
export const lineLayer = (points, hue) => (scales) =>
  element('path', {
    class: 'line',
    style: `stroke: var(--hue-${hue})`,
    d: line(
      (point) => at(scales.x(point.x)),
      (point) => at(scales.y(point.y)),
    )(points),
  });

/** Areas on top of each other, the first one at the bottom: `names` are members of the `rows`, which have `at`. */
export const stackLayer = (rows, names) => (scales) =>
  stack()
    .keys(names)(rows)
    .map((layer, index) =>
      element('path', {
        class: 'area',
        style: `fill: var(--hue-${index + 1})`,
        d: area()
          .x((_, place) => at(scales.x(rows[place].at)))
          .y0(([low]) => at(scales.y(low)))
          .y1(([, high]) => at(scales.y(high)))(layer),
      }),
    )
    .join('');

/** A dashed line across at `value`, with its name above. */
export const ruleLayer = (value, name) => (scales) => {
  const [left, right] = scales.x.range();
  const height = at(scales.y(value));
  return [
    element('line', { class: 'rule', x1: left, x2: right, y1: height, y2: height }),
    element('text', { class: 'rule-name', x: right, y: height - 5, 'text-anchor': 'end' }, escaped(name)),
  ].join('');
};

/** A bar for each of `points`, `width` wide on the axis and ending at `x`. */
export const barLayer = (points, width, hue) => (scales) =>
  points
    .filter((point) => point.y > 0)
    .map((point) => {
      const top = scales.y(point.y);
      const left = scales.x(Math.max(point.x - width, 0));
      return element('rect', {
        style: `fill: var(--hue-${hue})`,
        x: at(left),
        y: at(top),
        width: at(Math.max(scales.x(point.x) - left - 1, 1)),
        height: at(scales.y(0) - top),
      });
    })
    .join('');

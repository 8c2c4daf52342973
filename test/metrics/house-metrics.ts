import { request } from 'undici';

import type { House } from '../support/house';
import { type Series, seriesOf } from './series';

/** The page of metrics of a house, as Prometheus reads it. */
export async function pageOf(house: House): Promise<string> {
  const { statusCode, body } = await request(house.gateway.metricsUrl ?? '');
  expect(statusCode).toBe(200);
  return body.text();
}

/** All series of a metric whose labels include `labels`. */
export async function seriesIn(
  house: House,
  name: string,
  labels: Record<string, string> = {},
): Promise<Series[]> {
  return seriesOf(await pageOf(house)).filter(
    (each) => each.name === name && Object.entries(labels).every(([label, is]) => each.labels[label] === is),
  );
}

/** The sum of these series; undefined where there is none. */
export async function valueOf(
  house: House,
  name: string,
  labels: Record<string, string> = {},
): Promise<number | undefined> {
  const found = await seriesIn(house, name, labels);
  return found.length === 0 ? undefined : found.reduce((sum, { value }) => sum + value, 0);
}

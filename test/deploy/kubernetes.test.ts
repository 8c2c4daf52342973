import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type IStatefulSet, StatefulSet } from 'kubernetes-models/apps/v1';
import { type IService, Service } from 'kubernetes-models/v1';
import { request } from 'undici';
import { parseAllDocuments } from 'yaml';

import { readSettings } from '../../src/settings';
import { openWallClockHouse } from '../support/wall-clock-house';
import { unknownFields } from './kubernetes-fields';
import { CLOSING_SECONDS, drainSeconds } from './settings';

const MANIFEST = join(__dirname, '..', '..', 'deploy', 'kubernetes', 'stagedoor.yaml');
const documents = parseAllDocuments(readFileSync(MANIFEST, 'utf8'));
const [service, statefulSet] = documents.map((document) => document.toJS() as unknown) as [
  IService,
  IStatefulSet,
];
const pod = statefulSet.spec?.template.spec;
const [container] = pod?.containers ?? [];

/** The environment that the manifest gives, with what the secret holds. */
const environment = {
  ...Object.fromEntries(container?.env?.map(({ name, value = '' }) => [name, value] as const) ?? []),
  PARTNER_API_URL: 'https://app.ticketmaster.com/partners/v1',
  PARTNER_API_KEY: 'key',
  PARTNER_API_SECRET: 'secret',
};

describe('the manifest for Kubernetes', () => {
  it('is YAML, and valid by the schemas of Kubernetes', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(unknownFields(service, Service)).toEqual([]);
    expect(unknownFields(statefulSet, StatefulSet)).toEqual([]);
  });

  it('is found to be wrong where a field is misspelt or has a wrong value', () => {
    const withSpec = (more: object) => ({ ...statefulSet, spec: { ...statefulSet.spec, ...more } });
    expect(unknownFields(withSpec({ replicaz: 2 }), StatefulSet)).toEqual(['/spec/replicaz']);
    expect(() => unknownFields(withSpec({ replicas: 'two' }), StatefulSet)).toThrow('must be integer');
  });

  it('runs one gateway on a volume of its own, which is its ledger', () => {
    const [claim] = statefulSet.spec?.volumeClaimTemplates ?? [];
    expect(statefulSet.spec?.replicas).toBe(1);
    expect(claim?.spec?.accessModes).toEqual(['ReadWriteOnce']);
    const dockerfile = readFileSync(join(__dirname, '..', '..', 'Dockerfile'), 'utf8');
    const [, stateDir] = /^ENV STATE_DIR=(\S+)$/m.exec(dockerfile) ?? [];
    expect(container?.volumeMounts).toEqual([{ name: claim?.metadata?.name, mountPath: stateDir }]);
  });

  it('gives the time to go down that the gateway needs, and looks often enough to notice', () => {
    const drain = drainSeconds(environment);
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(drain + CLOSING_SECONDS);
    const { periodSeconds = 0, failureThreshold = 0, timeoutSeconds = 0 } = container?.readinessProbe ?? {};
    expect(periodSeconds * failureThreshold + timeoutSeconds).toBeLessThan(drain);
    const startup = container?.startupProbe;
    const startupSeconds = (startup?.periodSeconds ?? 0) * (startup?.failureThreshold ?? 0);
    // A predecessor that was killed on another node leaves a lock that this long is waited for.
    expect(startupSeconds).toBeGreaterThan(drain + CLOSING_SECONDS);
  });

  it('probes paths that a gateway serves, on the ports that it listens on', async () => {
    const settings = readSettings(environment);
    const ports = Object.fromEntries(container?.ports?.map((port) => [port.name, port.containerPort]) ?? []);
    expect(ports).toEqual({ http: settings.PORT, metrics: settings.METRICS_PORT });
    const probes = [container?.startupProbe, container?.livenessProbe, container?.readinessProbe];
    const house = await openWallClockHouse();
    for (const probe of probes) {
      expect(probe?.httpGet?.port).toBe('http');
      const { statusCode, body } = await request(`${house.url}${probe?.httpGet?.path}`);
      await body.dump();
      expect([probe?.httpGet?.path, statusCode]).toEqual([probe?.httpGet?.path, 200]);
    }
    await house.close();
    expect(service.spec?.ports?.map(({ targetPort }) => targetPort)).toEqual(['http']);
  });

  it('leaves no more rights than the image needs', () => {
    const dockerfile = readFileSync(join(__dirname, '..', '..', 'Dockerfile'), 'utf8');
    const [, uid, gid] = /^USER (\d+):(\d+)$/m.exec(dockerfile) ?? [];
    expect(pod?.securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: Number(uid),
      runAsGroup: Number(gid),
      fsGroup: Number(gid),
    });
    expect(container?.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
  });

  it('selects the pods that it makes', () => {
    const labels = statefulSet.spec?.template.metadata?.labels;
    expect(service.spec?.selector).toEqual(labels);
    expect(statefulSet.spec?.selector.matchLabels).toEqual(labels);
    expect(statefulSet.spec?.serviceName).toBe(service.metadata?.name);
  });
});

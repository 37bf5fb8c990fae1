import type { Alert } from '../../../alert.ts';
import type { Entity } from '../../../entity.ts';
import { ownString } from '../../../json.ts';
import { distinct, entitiesOf, entityBehind, extendedTexts, textBehind } from './alertReading.ts';
import type { Subject, SubjectKind } from './subject.ts';

/** Kinds of object that keep pods running, by the wire type of their entity. */
const workloadKinds: Readonly<Record<string, string>> = {
  'k8s-deployment': 'deployment',
  'k8s-daemonset': 'daemonset',
  'k8s-statefulset': 'statefulset',
  'k8s-replicaset': 'replicaset',
  'k8s-job': 'job',
  'k8s-cronjob': 'cronjob',
};

/** Objects inside a cluster, and images. */
export const kubernetesSubjects: readonly SubjectKind[] = [
  {
    parameters: {
      pod: { type: 'kubernetesName', label: 'pod' },
      podNamespace: { type: 'kubernetesNamespace', label: 'namespace of the pod' },
    },
    find: (alert) => objectsOf(alert, 'pod', 'pod name', 'k8s-pod'),
  },
  {
    parameters: {
      service: { type: 'kubernetesName', label: 'service' },
      serviceNamespace: { type: 'kubernetesNamespace', label: 'namespace of the service' },
    },
    find: (alert) => objectsOf(alert, 'service', 'service name', 'k8s-service'),
  },
  {
    parameters: {
      workload: { type: 'kubernetesName', label: 'workload' },
      workloadKind: { type: 'kubernetesName', label: 'kind of the workload' },
      workloadNamespace: { type: 'kubernetesNamespace', label: 'namespace of the workload' },
    },
    find: (alert) =>
      entitiesOf(alert, ...Object.keys(workloadKinds)).map((entity) => ({
        ...objectOf(alert, 'workload', entity),
        workloadKind: workloadKinds[entity.type] ?? '',
      })),
  },
  {
    parameters: {
      serviceAccount: { type: 'kubernetesName', label: 'service account' },
      serviceAccountNamespace: { type: 'kubernetesNamespace', label: 'namespace of the service account' },
    },
    find: (alert) => objectsOf(alert, 'serviceAccount', 'service account name', 'k8s-service-account'),
  },
  {
    parameters: { namespace: { type: 'kubernetesNamespace', label: 'namespace' } },
    find: (alert) =>
      distinct([
        ...entitiesOf(alert, 'k8s-namespace').map(({ properties }) => ownString(properties, 'name')),
        ...extendedTexts(alert, 'namespace'),
      ]).map((namespace) => ({ namespace })),
  },
  {
    parameters: { node: { type: 'kubernetesName', label: 'node of the cluster' } },
    find: (alert) =>
      distinct(entitiesOf(alert, 'k8s-node').map(({ properties }) => ownString(properties, 'name'))).map((node) => ({
        node,
      })),
  },
  {
    parameters: { clusterRole: { type: 'kubernetesRole', label: 'role or role binding of the cluster' } },
    find: () => [],
  },
  {
    parameters: { webhook: { type: 'kubernetesName', label: 'webhook configuration' } },
    find: (alert) => distinct(extendedTexts(alert, 'resource name')).map((webhook) => ({ webhook })),
  },
  {
    parameters: {
      repository: { type: 'repository', label: 'repository of the image' },
      imageDigest: { type: 'imageDigest', label: 'digest of the image' },
    },
    find: (alert) =>
      entitiesOf(alert, 'container-image').flatMap(({ properties }) => imageOf(ownString(properties, 'imageId') ?? '')),
  },
];

function objectsOf(alert: Alert, called: string, property: string, type: string): readonly Subject[] {
  const found = entitiesOf(alert, type).map((entity) => objectOf(alert, called, entity));
  if (found.length > 0) return found;
  const [namespace] = extendedTexts(alert, 'namespace');
  return extendedTexts(alert, property).map((name) => ({
    [called]: name,
    ...(namespace === undefined ? {} : { [`${called}Namespace`]: namespace }),
  }));
}

function objectOf(alert: Alert, called: string, entity: Entity): Subject {
  const name = ownString(entity.properties, 'name');
  const namespace =
    textBehind(alert, entity, 'namespace', 'name') ??
    (entityBehind(alert, entity, 'namespace') === undefined ? ownString(entity.properties, 'namespace') : undefined);
  return {
    ...(name === undefined ? {} : { [called]: name }),
    ...(namespace === undefined ? {} : { [`${called}Namespace`]: namespace }),
  };
}

/** "shop.azurecr.example/web/api:1.2@sha256:…": the repository without its registry and tag, and the digest. */
function imageOf(image: string): readonly Subject[] {
  const [reference = '', digest] = image.split('@');
  const path = reference.split('/');
  const hasRegistry = path.length > 1 && /[.:]/.test(path[0] ?? '');
  const repository = (hasRegistry ? path.slice(1) : path).join('/').replace(/:[^/:]*$/, '');
  if (repository === '') return [];
  return [digest === undefined ? { repository } : { repository, imageDigest: digest }];
}

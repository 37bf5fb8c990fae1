import type { EntityDraft } from './entityDraft.ts';

/** Builders of the entities inside a cluster, each referring to the one that it is in. */

export function cluster(name: string, resource: EntityDraft): EntityDraft {
  return { name, cloudResource: resource, type: 'K8s-cluster' };
}

export function namespace(name: string, inCluster: EntityDraft): EntityDraft {
  return { name, cluster: inCluster, type: 'K8s-namespace' };
}

export function pod(name: string, inNamespace: EntityDraft): EntityDraft {
  return { name, namespace: inNamespace, type: 'K8s-pod' };
}

export function service(name: string, inNamespace: EntityDraft): EntityDraft {
  return { name, namespace: inNamespace, type: 'K8s-service' };
}

export function container(name: string, imageId: string, inPod: EntityDraft): EntityDraft {
  return { name, image: { imageId, type: 'container-image' }, pod: inPod, type: 'container' };
}

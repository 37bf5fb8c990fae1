import type { Runbook } from '../runbook.ts';
import { checkPolicyAddOn, limitImages } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { correctOwner, listNodePods } from '../steps/nodeSteps.ts';

/** An image that is built on a node passes by the registry and all that looks at images there. */
export const imageBuild: Runbook = {
  id: 'kubernetes-image-build',
  title: 'Image built on a node of a cluster',
  alertTypes: ['K8S.NODE_ImageBuildOnNode'],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    confirmWithOwner(
      'Ask whether build agents run in this cluster. Agents of pipelines that build inside pods are the usual reason, and then the alert says where they should not run.',
    ),
    {
      ...listNodePods,
      title: 'Look for pods that run the built image',
      instruction:
        'Lists all pods with their nodes. Look on the same node for a pod whose image comes from no registry of yours, or has a name that only this node knows: attackers build their tools there to get past the scan.',
    },
    {
      ...deletePod,
      instruction:
        'If no build agent of yours did it, delete the pod that reached the container runtime, and the one with the built image. If a workload owns it, a new one is started at once: correct or scale down the owner first.',
    },
    {
      ...correctOwner,
      instruction:
        'Take the socket of the container runtime and the privileges away from the workload: without them nothing is built on the node. Delete the built image, best by replacing the node.',
    },
    manualStep(
      'prevent',
      'build-elsewhere',
      'Build images where they are scanned',
      'Use ACR Tasks or agents on machines of their own, outside clusters that run applications. Where agents have to be pods, give them a pool of their own and a builder that needs no privileges.',
      { risk: 'low' },
    ),
    limitImages,
    checkPolicyAddOn,
  ],
};

import type { Runbook } from '../runbook.ts';
import { limitPodTraffic, useWorkloadIdentity } from '../steps/clusterAccessSteps.ts';
import { connectToCluster } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { correctOwner, listNodePods, listNodeRoles } from '../steps/nodeSteps.ts';

/** An identity that belongs to a cluster acts in Azure as it never did. */
export const clusterManagedIdentity: Runbook = {
  id: 'kubernetes-managed-identity-abuse',
  title: 'Unusual activity of a managed identity of a cluster',
  alertTypes: ['K8S_AbnormalMiActivity'],
  steps: [
    {
      id: 'read-activity-of-identity',
      phase: 'triage',
      title: 'Read what the identity did in Azure',
      instruction:
        'Lists what the identity of the nodes did since the week before; where the alert names another identity of the cluster, put its object id there. Pulling images and attaching disks is its work. Role assignments, reading of keys and new resources are not. Reading of data stands only in the logs of vaults and storage accounts.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['monitor', 'activity-log', 'list', '--caller={kubeletIdentity}', '--start-time={weekBefore}'],
          '--query=[].[eventTimestamp,operationName.value,status.value,resourceId]',
          ...['--max-events=200', '--output=table'],
        ],
      },
    },
    listNodeRoles,
    connectToCluster,
    {
      ...listNodePods,
      title: 'Find the pods that can get its tokens',
      instruction:
        'Lists all pods with their nodes. Every pod that reaches the metadata service gets tokens of the identity of its node: look first at pods that are new, that use the network of their node, or for which there are other alerts.',
    },
    confirmWithOwner('Ask whether an add-on, a driver or a pipeline was changed that uses this identity.'),
    manualStep(
      'contain',
      'take-roles-from-the-identity',
      'Take roles away from the identity',
      'Remove every role that the cluster does not need to run, and keep AcrPull and what its network and disks need. Tokens that were given out last up to a day, but Azure asks for the role at each request, so this stops them within minutes.',
      { mandatory: true, risk: 'high' },
    ),
    {
      ...correctOwner,
      title: 'Remove the pod that used the identity',
      instruction:
        'Stop the workload whose pod asked for tokens, find out how somebody got into it, and bring it out again from clean sources. If it was none of yours, find out which credential of the cluster created it.',
    },
    manualStep(
      'recover',
      'undo-what-the-identity-did',
      'Take back what the identity did in Azure',
      'Remove roles, credentials and resources that it created, and change the keys and secrets that it read. Then give back roles one by one, at the scope of single resources.',
      { risk: 'medium' },
    ),
    useWorkloadIdentity,
    limitPodTraffic,
  ],
};

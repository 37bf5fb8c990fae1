import type { Runbook } from '../runbook.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';

/** A container that may do on its node what root may. */
export const privilegedContainer: Runbook = {
  id: 'kubernetes-privileged-container',
  title: 'Privileged container in a cluster',
  alertTypes: [
    'K8S_PrivilegedContainer',
    'K8S_SensitiveMount',
    'K8S.NODE_Privileged*',
    'K8S.NODE_NamespaceCreation',
    'K8S_KubeSystemContainer',
    'K8S*Escape*',
  ],
  steps: [
    connectToCluster,
    describePod,
    keepPodLogs,
    confirmWithOwner('Ask who deployed it, from which pipeline, and whether it needs the rights that it has.'),
    deletePod,
    {
      id: 'remove-the-deployment',
      phase: 'eradicate',
      title: 'Remove what starts it again',
      instruction:
        'Correct or delete the deployment, daemon set or job that owns the pod, and the pipeline or the account that created it. Rotate secrets of the service account, since the container could read them.',
      mandatory: true,
      risk: 'medium',
    },
    {
      id: 'replace-the-node',
      phase: 'recover',
      title: 'Replace the node',
      instruction:
        'From a privileged container an attacker reaches the node. Where anything suggests that it was used, drain the node and let the cluster make a new one: cleaning it cannot be trusted.',
      mandatory: false,
      risk: 'high',
    },
    {
      id: 'forbid-privileged-pods',
      phase: 'prevent',
      title: 'Forbid privileged pods',
      instruction:
        'Turn on the Azure Policy add-on or Pod Security Admission with the level "baseline" or "restricted" for namespaces of applications.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['aks', 'show', '--resource-group={clusterGroup}', '--name={clusterName}'],
          '--query=addonProfiles.azurepolicy.enabled',
        ],
      },
    },
  ],
};

import type { Runbook } from '../runbook.ts';
import { deleteServiceAccount, limitPodTraffic, listRoleBindings, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { connectToCluster, deletePod, describePod, keepPodLogs } from '../steps/clusterSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';
import { correctOwner } from '../steps/nodeSteps.ts';

/** Out of one container, towards the rest of the cluster. */
export const clusterApiFromContainer: Runbook = {
  id: 'kubernetes-api-from-container',
  title: 'Container that asks the API server or the dashboard',
  alertTypes: ['K8S.NODE_KubernetesAPI', 'K8S.NODE_KubernetesDashboard'],
  steps: [
    connectToCluster,
    {
      ...describePod,
      instruction:
        'Read which service account the pod uses and what its image is for. Operators and ingress controllers ask the API server all day, with a client library. A shell, curl or wget that does so from inside a web application is somebody who looks around.',
    },
    keepPodLogs,
    listRoleBindings,
    optional(readAuditLog),
    deletePod,
    optional(deleteServiceAccount),
    correctOwner,
    manualStep(
      'recover',
      'check-what-was-reached',
      'Check what the requests reached',
      'For every answer of 200 in the audit log decide whether it was reading or changing. Change the secrets that were read, delete the objects that were made, and look for the same image or address in other namespaces.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'mount-no-token',
      'Mount no token where none is needed',
      'Set automountServiceAccountToken to false for the application. Remove the Kubernetes dashboard if it is still installed: AKS shows the same in the portal, with the sign-in and the rights of each person.',
      { mandatory: true, risk: 'medium' },
    ),
    limitPodTraffic,
  ],
};

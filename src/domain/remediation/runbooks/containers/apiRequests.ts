import type { Runbook } from '../runbook.ts';
import { connectToCluster, forbidLocalClusterAccounts, listClusterRoleBindings } from '../steps/clusterSteps.ts';
import {
  limitApiServer,
  readAuditLog,
  rotateClusterCertificates,
  showApiServerAccess,
} from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { revokeSessions } from '../steps/identitySteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Requests to the API server from behind a proxy, from scanners, or from nobody in particular. */
export const apiRequests: Runbook = {
  id: 'kubernetes-suspicious-api-requests',
  title: 'Suspicious requests to the API server of a cluster',
  alertTypes: ['K8S_TI_*', 'K8S_PenTestTools*', 'K8S_*Anonymous*'],
  steps: [
    showApiServerAccess,
    {
      ...readAuditLog,
      instruction:
        'Shows where the cluster sends its logs. Filter by the source address and look at the answers: 401 and 403 mean that it was turned away. Answers of 200 with the user "system:anonymous" mean that a binding lets everybody in; with a name, that this credential has been stolen or is used over a proxy.',
    },
    connectToCluster,
    {
      ...listClusterRoleBindings,
      instruction:
        'Look for bindings of system:anonymous, system:unauthenticated and system:authenticated. Only reading of version, health and discovery belongs there; anything else makes the cluster public. In AKS the last of these groups is everybody with a valid credential.',
    },
    confirmWithOwner('Ask whether somebody tests the cluster, or works over a VPN or an anonymizing proxy.'),
    optional(revokeSessions),
    manualStep(
      'contain',
      'refuse-the-callers',
      'Refuse the address, or all that are not yours',
      'The API server of AKS has no list of refused addresses. Set authorized ranges now if you know where your people and pipelines come from. Remove the binding if requests came in without a name.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'undo-what-was-done',
      'Take back what the requests changed',
      'For each request that succeeded: delete what it created, restore what it changed, and change the secrets that it read. A scanner such as kube-hunter in active mode leaves pods; a person leaves bindings.',
      { mandatory: true, risk: 'medium' },
    ),
    rotateClusterCertificates,
    limitApiServer,
    forbidLocalClusterAccounts,
  ],
};

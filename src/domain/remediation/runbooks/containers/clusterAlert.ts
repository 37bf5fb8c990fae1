import type { Runbook } from '../runbook.ts';
import { checkPolicyAddOn, keepAuditLog, listRoleBindings, readAuditLog } from '../steps/clusterAccessSteps.ts';
import {
  connectToCluster,
  deletePod,
  describePod,
  keepPodLogs,
  listClusterRoleBindings,
} from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changePodSecrets, correctOwner } from '../steps/nodeSteps.ts';
import { optional } from '../steps/manualStep.ts';

/** An alert on a cluster that no other runbook names. */
export const clusterAlert: Runbook = {
  id: 'kubernetes-alert',
  title: 'Alert on a cluster or container',
  alertTypes: [],
  generalFor: ['Containers'],
  steps: [
    connectToCluster,
    optional(describePod),
    keepPodLogs,
    readAuditLog,
    listClusterRoleBindings,
    listRoleBindings,
    confirmWithOwner(
      'Ask the owner of the namespace whether they know the pod, the image and the account of the alert.',
    ),
    deletePod,
    correctOwner,
    changePodSecrets,
    keepAuditLog,
    checkPolicyAddOn,
  ],
};

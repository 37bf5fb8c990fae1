import type { Runbook } from '../runbook.ts';
import {
  deleteServiceAccount,
  listClusterSecrets,
  listRoleBindings,
  readAuditLog,
} from '../steps/clusterAccessSteps.ts';
import { connectToCluster, listClusterRoleBindings } from '../steps/clusterSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep } from '../steps/manualStep.ts';
import { correctOwner } from '../steps/nodeSteps.ts';

/** The token of an application does what the application never did. */
export const serviceAccountAbuse: Runbook = {
  id: 'kubernetes-service-account-abuse',
  title: 'Unusual operation of a service account in a cluster',
  alertTypes: ['K8S_ServiceAccountRareOperation', 'K8S_*Secret*'],
  steps: [
    {
      ...readAuditLog,
      instruction:
        'Shows where the cluster sends its logs. Filter by the user "system:serviceaccount:namespace:name" and compare the days before with the hours of the alert: verbs and objects that are new, a source address that is no pod, a user agent such as kubectl or curl. A new version of an operator explains much; a list of all secrets does not.',
    },
    connectToCluster,
    listClusterRoleBindings,
    listRoleBindings,
    confirmWithOwner('Ask the owners of the application whether a new version needs this operation.'),
    mandatory(deleteServiceAccount),
    listClusterSecrets,
    {
      ...correctOwner,
      title: 'Close the hole through which the token left',
      instruction:
        'A token leaves its pod through a hole in the application, a log, an image, or a person who may exec into it. Find which, rebuild the application without it, and bring it out again with a new service account.',
    },
    manualStep(
      'prevent',
      'mount-no-token',
      'Mount tokens only where they are needed',
      'Set automountServiceAccountToken to false for the default account of each namespace, since most applications never talk to the API server. Give each of the others an account of its own with the few verbs that it uses, and delete long-lived tokens that are kept in secrets.',
      { risk: 'medium' },
    ),
  ],
};

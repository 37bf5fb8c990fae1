import type { Runbook } from '../runbook.ts';
import { connectToCluster, forbidLocalClusterAccounts, listClusterRoleBindings } from '../steps/clusterSteps.ts';
import {
  deleteClusterRoleBinding,
  listRoleBindings,
  proveClusterAccess,
  readAuditLog,
} from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody gave somebody the whole cluster. */
export const clusterAdmin: Runbook = {
  id: 'kubernetes-cluster-admin',
  title: 'New powerful role or binding in a cluster',
  alertTypes: ['K8S_ClusterAdminBinding', 'K8S_HighPrivilegesRole'],
  steps: [
    connectToCluster,
    listClusterRoleBindings,
    listRoleBindings,
    {
      ...readAuditLog,
      instruction:
        'Shows where the cluster sends its logs. Find the creation of the role or binding in kube-audit-admin: who, from which address, with which user agent. A Helm chart or a pipeline of yours is the usual answer; kubectl from an unknown address, or a service account that grants rights, is not.',
    },
    confirmWithOwner('Ask whoever created it what it is for, and why a smaller role does not do.'),
    deleteClusterRoleBinding,
    manualStep(
      'eradicate',
      'follow-the-new-rights',
      'Undo what was done with the new rights',
      'Search the audit log for everything that the subjects of the binding did since: reading of secrets, new bindings, webhooks, daemon sets, pods on system nodes. Rights that they passed on outlive the binding that you removed.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'renew-the-credential-that-was-used',
      'Renew the credential that created it',
      'If it was made with a stolen token, end that token: revoke the sessions of the person, delete and recreate the service account, or replace the certificates of the cluster if a local admin was used.',
      { risk: 'high' },
    ),
    proveClusterAccess,
    manualStep(
      'prevent',
      'grant-small-roles',
      'Grant small roles, for a limited time',
      'Bind groups of Entra ID rather than persons, to roles inside one namespace. Make membership in the group of administrators eligible with Privileged Identity Management, so that it lasts for hours. Never use "*" for verbs or resources, nor grant escalate, bind and impersonate, which lead to all others.',
      { risk: 'medium' },
    ),
    forbidLocalClusterAccounts,
  ],
};

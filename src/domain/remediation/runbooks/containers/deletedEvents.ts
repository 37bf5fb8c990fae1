import type { Runbook } from '../runbook.ts';
import { connectToCluster, listClusterRoleBindings } from '../steps/clusterSteps.ts';
import { keepAuditLog, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Events go away by themselves after an hour; whoever deletes them has something to hide, or a bad script. */
export const deletedEvents: Runbook = {
  id: 'kubernetes-events-deleted',
  title: 'Events of a cluster deleted',
  alertTypes: ['K8S_DeleteEvents'],
  steps: [
    {
      ...readAuditLog,
      instruction:
        'Shows where the cluster sends its logs. The audit log keeps what the events no longer show: find who deleted them, then everything which that caller did in the hours before. That is what was to be hidden.',
    },
    connectToCluster,
    {
      id: 'list-events',
      phase: 'triage',
      title: 'Keep the events that are left',
      instruction:
        'Lists what is left, the youngest last. Save the output now: Kubernetes itself forgets events after an hour. Pods that were started, killed or pulled shortly before the deletion are what to look at.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'kubectl',
        args: ['get', 'events', '--all-namespaces', '--sort-by=.metadata.creationTimestamp'],
      },
    },
    listClusterRoleBindings,
    confirmWithOwner('Ask whether a script or a person tidies up namespaces, and which account it uses.'),
    manualStep(
      'contain',
      'stop-the-caller',
      'Take the rights of the caller away',
      'Remove the binding that lets the caller delete events, and end its tokens: revoke the sessions of a person, or delete and recreate a service account. Few things are as seldom needed as deleting events, so nothing of yours should stop.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'undo-what-was-hidden',
      'Undo what was hidden',
      'Go through what the caller created, changed and read according to the audit log, and take it back: pods, bindings, secrets, webhooks. If there was no audit log, compare the cluster with your manifests object by object.',
      { mandatory: true, risk: 'medium' },
    ),
    keepAuditLog,
    manualStep(
      'prevent',
      'forbid-deleting-events',
      'Give nobody the right to delete events',
      'Look for roles with delete or deletecollection on events, or with "*" on everything, and make them smaller. Send events to the workspace with Container insights, where nobody in the cluster can delete them.',
      { risk: 'low' },
    ),
  ],
};

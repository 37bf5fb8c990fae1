import type { Runbook, RunbookStep } from '../runbook.ts';
import { connectToCluster } from '../steps/clusterSteps.ts';
import { readAuditLog } from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep } from '../steps/manualStep.ts';

function listWebhooks(kind: 'mutating' | 'validating'): RunbookStep {
  return {
    id: `list-${kind}-webhooks`,
    phase: 'triage',
    title: `Look at the ${kind} webhooks`,
    instruction:
      kind === 'mutating'
        ? 'These may change every object before it is stored: put a container beside yours, or a secret of theirs into it. Look for one that is younger than the others, that reaches a URL outside the cluster, or whose service belongs to no product that you know. AKS has its own, whose names begin with "aks-".'
        : 'These see every object before it is stored, secrets included. Look for one whose rules take in secrets, and for an address outside the cluster. Policy add-ons and service meshes have one of their own.',
    mandatory: false,
    risk: 'none',
    command: {
      tool: 'kubectl',
      args: ['get', `${kind}webhookconfigurations`, '--output=yaml', '--sort-by=.metadata.creationTimestamp'],
    },
  };
}

function deleteWebhook(kind: 'mutating' | 'validating'): RunbookStep {
  return {
    id: `delete-${kind}-webhook`,
    phase: 'contain',
    title: `Remove the ${kind} webhook`,
    instruction: `If the alert is about a ${kind} webhook that nobody accounts for, delete it; objects are no longer sent to it from the next request on. Keep its YAML first. Removing one that belongs to a policy engine turns that engine off.`,
    mandatory: false,
    risk: 'high',
    whatIf: { tool: 'kubectl', args: ['get', `${kind}webhookconfiguration`, '{webhook}', '--output=yaml'] },
    command: {
      tool: 'kubectl',
      args: ['delete', `${kind}webhookconfiguration`, '{webhook}'],
      changes: 'The API server no longer asks this webhook. There is no undo besides the YAML that you kept.',
    },
  };
}

/** Somebody stands between the API server and what it stores. */
export const admissionWebhook: Runbook = {
  id: 'kubernetes-admission-webhook',
  title: 'New admission webhook in a cluster',
  alertTypes: ['K8S_AdmissionController'],
  steps: [
    connectToCluster,
    listWebhooks('mutating'),
    listWebhooks('validating'),
    readAuditLog,
    confirmWithOwner('Ask whether a product was installed that brings a webhook, and by whom.'),
    mandatory(deleteWebhook('mutating')),
    deleteWebhook('validating'),
    manualStep(
      'eradicate',
      'undo-what-it-changed',
      'Undo what the webhook changed or saw',
      'Every pod and secret that was created or changed while it was there is suspect. Deploy workloads again from their sources, look for containers, images and environment variables that your manifests do not have, and change secrets that were written in that time.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'remove-its-service',
      'Remove the service and the pods behind it',
      'Delete the service, the deployment and the certificate that the webhook pointed to, and the service account with which it was installed.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'guard-webhooks',
      'Let one pipeline alone install webhooks',
      'Take create and update on webhook configurations away from every role besides the one of that pipeline, and alert on every other caller in kube-audit-admin. Webhooks of your own should exclude kube-system and fail closed only where they protect something.',
      { risk: 'medium' },
    ),
  ],
};

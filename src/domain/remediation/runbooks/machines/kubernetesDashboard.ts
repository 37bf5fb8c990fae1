import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { linuxConnections, linuxProcesses } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** The dashboard is a door to the whole cluster. */
export const kubernetesDashboard: Runbook = {
  id: 'machine-kubernetes-dashboard',
  title: 'Suspicious request to the Kubernetes dashboard',
  alertTypes: ['VM_KubernetesDashboard'],
  alertNames: ['Suspicious request to the Kubernetes Dashboard'],
  steps: [
    manualStep(
      'triage',
      'see-where-it-came-from',
      'See which container sent the request',
      'The dashboard is asked by people through kubectl or an ingress, not by workloads. Match the source address with the addresses of pods on the node: that pod is the one that was taken. Look in its log for what came in before, and whether the dashboard answered with a list or with "forbidden".',
      { mandatory: true },
    ),
    linuxConnections,
    linuxProcesses,
    confirmWithOwner('Ask whether a health check or a monitoring tool reads the dashboard from inside the cluster.'),
    manualStep(
      'contain',
      'take-the-dashboard-down',
      'Take the dashboard down and cut the pod off',
      'Scale the dashboard to nothing ("kubectl scale deployment kubernetes-dashboard --replicas=0" in its namespace) and set a network policy that gives the asking pod no traffic. Keep the log and a description of the pod before you delete it.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'take-rights-from-the-dashboard',
      'Take the rights of the dashboard away',
      'Look for a ClusterRoleBinding that makes the account of the dashboard cluster-admin, and delete it. Everything that the account could do may have been done: look in the audit log for secrets it read, pods and bindings it made, since the first request.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'recover',
      'change-cluster-secrets',
      'Change the secrets that it could read',
      'Where the dashboard answered, change the secrets of the namespaces that its account may read, and restart what uses them.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'do-without-the-dashboard',
      'Do without the dashboard',
      'The portal of Azure shows what the dashboard shows, with the rights of who looks. If you keep it, let it listen inside only, require a token of a person, and use network policies that refuse traffic between namespaces by default.',
    ),
  ],
};

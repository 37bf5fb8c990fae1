import { numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts about Kubernetes clusters and what runs in them. */
export const containers = {
  exposedDashboard: {
    alertType: 'K8S_ExposedDashboard',
    title: 'Cluster dashboard open to the internet',
    severity: 'High',
    intent: 'InitialAccess, Persistence',
    description:
      'The dashboard of the cluster {resource} can be reached from the internet and does not ask who is there.',
    steps: [
      'Take the public address away from the service:',
      'kubectl get service kubernetes-dashboard -n {namespace} -o yaml',
      'Check who used the dashboard since it was open.',
    ],
    techniques: ['T1133'],
  },
  miningImage: {
    alertType: 'K8S_MaliciousContainerImage',
    title: 'Container image of a currency miner',
    severity: 'High',
    intent: 'Execution',
    description: 'A container was started in {resource} from {image}, an image known to mine currency.',
    steps: [
      'Delete what started the container:',
      'kubectl delete deployment {workload} -n {namespace}',
      'Allow only images from your own registry.',
    ],
    techniques: ['T1610', 'T1496'],
  },
  privileged: {
    alertType: 'K8S_PrivilegedContainer',
    title: 'Container with all rights of its node',
    severity: 'Low',
    intent: 'PrivilegeEscalation',
    description:
      'The container {workload} in {resource} runs in privileged mode. Whoever breaks into it owns the node.',
    steps: ['Run {workload} without privileged mode.', 'If it is not yours, delete it and find out who created it.'],
    techniques: ['T1611'],
  },
  metadata: {
    alertType: 'K8S.NODE_ImdsCall',
    title: 'Container asks for the identity of its node',
    severity: 'Medium',
    intent: 'CredentialAccess',
    description:
      'A process in {workload} on {resource} fetched an access token of the node from the metadata service: {process}',
    steps: numbered(
      'Block the metadata service for pods by a network policy.',
      'Give workloads identities of their own.',
      'Review what the identity of the node was used for since.',
    ),
    techniques: ['T1552'],
    subTechniques: ['T1552.005'],
  },
  adminBinding: {
    alertType: 'K8S_ClusterAdminBinding',
    title: 'Cluster administrator rights given away',
    severity: 'Medium',
    intent: 'Persistence, PrivilegeEscalation',
    description: '{account} bound the role of cluster administrator to {subject} in {resource}.',
    steps: ['Remove the binding if it was not planned:', 'kubectl delete clusterrolebinding {binding}'],
    techniques: ['T1098'],
  },
  eventsDeleted: {
    alertType: 'K8S_DeleteEvents',
    title: 'Events of the cluster deleted',
    severity: 'Medium',
    intent: 'DefenseEvasion',
    description:
      '{account} deleted events of {resource}. Events are normally left to expire; deleting them hides what happened.',
    steps: ['Use the audit log of the cluster, which cannot be deleted from inside, to see what the events were.'],
    techniques: ['T1070'],
  },
  nodeMining: {
    alertType: 'K8S.NODE_DigitalCurrencyMining',
    title: 'Node behaves like a currency miner',
    severity: 'High',
    intent: 'Execution, Impact',
    description: 'A node of {resource} runs a program with the command line of a miner: {process}',
    steps: [
      'Cordon the node and replace it:',
      'kubectl cordon {node}',
      'Delete the workload that started the program.',
    ],
    techniques: ['T1496'],
  },
  webhook: {
    alertType: 'K8S_AdmissionController',
    title: 'New hook on everything that is created',
    severity: 'Low',
    intent: 'Persistence, CredentialAccess',
    description:
      'A mutating webhook was registered in {resource}. It sees and can change every object that is created, secrets included.',
    steps: [
      'See what the hook is and where it sends the objects:',
      'kubectl get mutatingwebhookconfigurations {binding} -o json',
      'If it belongs to a tool that you installed, this alert can be dismissed.',
    ],
  },
  sensitiveMount: {
    alertType: 'K8S_SensitiveMount',
    title: 'Container mounts a folder of its node',
    severity: 'Informational',
    intent: 'PrivilegeEscalation',
    description: 'The container {workload} in {resource} mounts {path} of its node.',
    steps: ['Mount only the files that {workload} needs, and only for reading.'],
  },
} satisfies Readonly<Record<string, AlertKind>>;

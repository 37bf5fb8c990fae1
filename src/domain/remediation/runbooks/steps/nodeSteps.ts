import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

/** What else ran on the node that the container may have reached. */
export const listNodePods: RunbookStep = {
  id: 'list-node-pods',
  phase: 'triage',
  title: 'See what else runs, and where',
  instruction:
    'Lists all pods with their nodes and addresses. If the container got out to its node, every pod on that node and every secret that is mounted there belongs to the incident.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'kubectl', args: ['get', 'pods', '--all-namespaces', '--output=wide'] },
};

/** Moves everything away from a node that nobody trusts any more. */
export const drainNode: RunbookStep = {
  id: 'drain-node',
  phase: 'recover',
  title: 'Move everything away from the node',
  instruction:
    'Ends all pods of the node and lets the cluster start them elsewhere. Take a snapshot of its disk first if somebody wants to investigate. Then delete the instance from its scale set or upgrade the node image of the pool, so that a clean node takes its place.',
  mandatory: false,
  risk: 'high',
  whatIf: {
    tool: 'kubectl',
    args: ['drain', '{node}', '--ignore-daemonsets', '--delete-emptydir-data', '--dry-run=server'],
  },
  command: {
    tool: 'kubectl',
    args: ['drain', '{node}', '--ignore-daemonsets', '--delete-emptydir-data', '--timeout=300s'],
    changes: 'Pods of the node move to others; what they kept on the disk of the node is lost.',
  },
  undo: { tool: 'kubectl', args: ['uncordon', '{node}'], changes: 'The node takes pods again.' },
};

/** What a token of the metadata service opens. */
export const listNodeRoles: RunbookStep = {
  id: 'list-node-roles',
  phase: 'triage',
  title: 'See what the identity of the nodes may do',
  instruction:
    'Every pod that reaches the metadata service can get tokens of this identity. AcrPull alone does little harm; Contributor, or access to a vault or storage, widens the incident to all that it covers.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={kubeletIdentity}', '--all', '--include-inherited'],
      ...['--query=[].[roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** The pod is only what the owner makes again and again. */
export const correctOwner: RunbookStep = manualStep(
  'eradicate',
  'correct-what-owns-the-pod',
  'Repair what starts the pod',
  'Rebuild the image from sources that you trust and bring it out through the pipeline, with the hole closed by which the attacker came. If the workload belongs to nobody, delete it together with its config maps, secrets and service account.',
  { mandatory: true, risk: 'medium' },
);

/** What a person who got a shell could read there. */
export const changePodSecrets: RunbookStep = manualStep(
  'eradicate',
  'change-secrets-of-the-pod',
  'Change every secret that the container could read',
  'Environment variables, mounted secrets, the token of the service account, and connection strings in files of the image all count as known. Change them at their source, and look there for sign-ins since the time of the alert.',
  { risk: 'medium' },
);

/** A service that nobody outside should reach, left in place for those inside. */
export const limitService: RunbookStep = {
  id: 'limit-service',
  phase: 'contain',
  title: 'Let only private networks reach the service',
  instruction:
    'Keeps the service and its address, and refuses every source outside 10.0.0.0/8. Where your own networks use other ranges, set those by hand. Works for services of type LoadBalancer; for an ingress, change its rule instead.',
  mandatory: true,
  risk: 'medium',
  whatIf: {
    tool: 'kubectl',
    args: ['get', 'service', '{service}', '--namespace={serviceNamespace}', '--output=yaml'],
  },
  command: {
    tool: 'kubectl',
    args: [
      ...['patch', 'service', '{service}', '--namespace={serviceNamespace}'],
      '--patch={spec: {loadBalancerSourceRanges: [10.0.0.0/8]}}',
    ],
    changes: 'The load balancer refuses everybody outside 10.0.0.0/8. Ranges that were set before are replaced.',
  },
  undo: {
    tool: 'kubectl',
    args: [
      ...['patch', 'service', '{service}', '--namespace={serviceNamespace}'],
      '--patch={spec: {loadBalancerSourceRanges: null}}',
    ],
    changes: 'Everybody reaches the service again; ranges that were set before have to be set by hand.',
  },
};

/** No address of its own at all. */
export const closeService: RunbookStep = {
  id: 'close-service',
  phase: 'contain',
  title: 'Take the service off the internet',
  instruction:
    'Makes the service reachable from inside the cluster only. Its public address is given back, and another one comes if you undo this. For a service of type NodePort the undo has to be made by hand.',
  mandatory: false,
  risk: 'high',
  whatIf: {
    tool: 'kubectl',
    args: ['get', 'endpoints', '{service}', '--namespace={serviceNamespace}', '--output=wide'],
  },
  command: {
    tool: 'kubectl',
    args: [...['patch', 'service', '{service}', '--namespace={serviceNamespace}'], '--patch={spec: {type: ClusterIP}}'],
    changes: 'Nobody outside the cluster reaches the service, and its public address is lost.',
  },
  undo: {
    tool: 'kubectl',
    args: [
      ...['patch', 'service', '{service}', '--namespace={serviceNamespace}'],
      '--patch={spec: {type: LoadBalancer}}',
    ],
    changes: 'The service gets a public address again, most likely another one.',
  },
};

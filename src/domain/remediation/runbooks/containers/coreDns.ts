import type { Runbook } from '../runbook.ts';
import { connectToCluster } from '../steps/clusterSteps.ts';
import { limitApiServer, readAuditLog } from '../steps/clusterAccessSteps.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep, optional } from '../steps/manualStep.ts';

/** Whoever answers names decides where every pod connects to. */
export const coreDns: Runbook = {
  id: 'kubernetes-coredns-change',
  title: 'Name resolution of a cluster changed',
  alertTypes: ['K8S_CoreDnsModification'],
  steps: [
    connectToCluster,
    {
      id: 'read-coredns-configuration',
      phase: 'triage',
      title: 'Read the configuration of CoreDNS',
      instruction:
        'Shows the configuration of the cluster and the part that AKS leaves to you, coredns-custom. Look for rewrite, template, hosts and forward lines that send names of your own services, of Azure or of registries to an address that you do not know. Keep the output: it is the evidence.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'kubectl',
        args: [
          ...['get', 'configmap', 'coredns', 'coredns-custom', '--namespace=kube-system', '--ignore-not-found'],
          '--output=yaml',
        ],
      },
    },
    optional(readAuditLog),
    confirmWithOwner('Ask the people who run the cluster whether they changed the forwarding of a domain.'),
    manualStep(
      'contain',
      'take-the-entry-out',
      'Take the foreign entry out',
      'Restore the config map from your manifests, or remove the lines that nobody accounts for with kubectl edit. AKS puts back its own map coredns by itself; coredns-custom is yours, and stays as it is until you change it.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'find-who-followed-the-false-names',
      'Find out who followed the false names',
      'Every pod that resolved such a name since the change may have sent its credentials to a stranger. Change the secrets that go over those connections, and look at logs of the real services for the hours in which requests are missing.',
      { mandatory: true, risk: 'medium' },
    ),
    {
      id: 'restart-coredns',
      phase: 'recover',
      title: 'Let CoreDNS read its configuration again',
      instruction:
        'Starts the pods of CoreDNS one after the other, so that names go on being resolved. Applications that keep answers for a long time need a restart as well.',
      mandatory: false,
      risk: 'low',
      command: {
        tool: 'kubectl',
        args: ['rollout', 'restart', 'deployment/coredns', '--namespace=kube-system'],
        changes: 'The pods of CoreDNS are replaced one by one.',
      },
    },
    manualStep(
      'prevent',
      'guard-kube-system',
      'Keep everybody out of kube-system',
      'Nobody but the cluster and one pipeline needs to change config maps of kube-system. Look for roles with update or patch on config maps in the whole cluster, and limit them to the namespaces of their applications. Between services, TLS with names that are checked makes false answers worthless.',
      { risk: 'medium' },
    ),
    limitApiServer,
  ],
};

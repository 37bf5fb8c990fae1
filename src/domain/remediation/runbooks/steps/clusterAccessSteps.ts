import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

const cluster = ['--resource-group={clusterGroup}', '--name={clusterName}'] as const;

/** Without it nobody knows who asked the API server for what. */
export const readAuditLog: RunbookStep = {
  ...manualStep(
    'triage',
    'read-audit-log',
    'Read the audit log of the cluster',
    'Shows where the cluster sends its logs. In that workspace search the category kube-audit-admin or kube-audit around the time of the alert: the user, the user agent, the source address, the verb and the object. If neither category is sent anywhere, nobody can tell what else was done, so assume more rather than less.',
    { mandatory: true },
  ),
  command: {
    tool: 'az',
    args: [
      ...['monitor', 'diagnostic-settings', 'list', '--resource={cluster}'],
      '--query=[].[name,workspaceId,logs[].[category,categoryGroup,enabled]]',
    ],
  },
};

/** The next incident can be read, too. */
export const keepAuditLog: RunbookStep = manualStep(
  'prevent',
  'keep-audit-log',
  'Send the audit log of the cluster to a workspace',
  'Turn on a diagnostic setting with kube-audit-admin and guard. The first holds every change with its caller, and costs far less than kube-audit, which adds every reading as well; clusters that hold secrets of value need that one, too.',
  { risk: 'low' },
);

/** From where the API server can be reached, and how people sign in to it. */
export const showApiServerAccess: RunbookStep = {
  ...manualStep(
    'triage',
    'show-api-server-access',
    'See from where the API server can be reached',
    'Shows the address ranges that may reach the API server, whether it is private, and whether local accounts still work. No ranges and not private means that the whole internet reaches it, and only credentials stand in between.',
  ),
  command: {
    tool: 'az',
    args: ['aks', 'show', ...cluster, '--query=[apiServerAccessProfile,disableLocalAccounts,aadProfile]'],
  },
};

/** The lasting answer to requests from anywhere. */
export const limitApiServer: RunbookStep = manualStep(
  'prevent',
  'limit-api-server',
  'Let only your networks reach the API server',
  'Set authorized address ranges with "az aks update --api-server-authorized-ip-ranges", or make the cluster private. List the outgoing addresses of pipelines, offices and the nodes themselves first: whoever is forgotten loses the cluster at once.',
  { risk: 'high' },
);

/** Roles inside namespaces, which the list of the whole cluster does not show. */
export const listRoleBindings: RunbookStep = {
  id: 'list-role-bindings',
  phase: 'triage',
  title: 'See who may do what inside namespaces',
  instruction:
    'Lists the bindings of all namespaces, the youngest last. A binding that gives a service account of an application admin, edit, or reading of secrets is worth a question; one that is as young as the alert even more.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'kubectl',
    args: ['get', 'rolebindings', '--all-namespaces', '--output=wide', '--sort-by=.metadata.creationTimestamp'],
  },
};

/** Takes the rights away; whoever had them keeps signing in. */
export const deleteClusterRoleBinding: RunbookStep = {
  id: 'delete-cluster-role-binding',
  phase: 'contain',
  title: 'Take the binding away',
  instruction:
    'Deletes the binding, which takes effect with the next request. Keep its YAML first, because nothing brings it back. Leave bindings whose names begin with "system:" or "aks-": the cluster breaks without them.',
  mandatory: true,
  risk: 'high',
  whatIf: { tool: 'kubectl', args: ['get', 'clusterrolebinding', '{clusterRole}', '--output=yaml'] },
  command: {
    tool: 'kubectl',
    args: ['delete', 'clusterrolebinding', '{clusterRole}'],
    changes: 'Everybody whom the binding names loses its rights in the whole cluster. There is no undo.',
  },
};

/** A stolen token of a service account is worth nothing once its account is another one. */
export const deleteServiceAccount: RunbookStep = {
  id: 'delete-service-account',
  phase: 'contain',
  title: 'Make the tokens of the service account invalid',
  instruction:
    'Deletes the service account, which ends every token that was given out for it, stolen ones included. Create it again under the same name from your manifests, then restart the pods that use it so that they get new tokens. Until then those pods cannot talk to the API server.',
  mandatory: false,
  risk: 'high',
  whatIf: {
    tool: 'kubectl',
    args: ['get', 'serviceaccount', '{serviceAccount}', '--namespace={serviceAccountNamespace}', '--output=yaml'],
  },
  command: {
    tool: 'kubectl',
    args: ['delete', 'serviceaccount', '{serviceAccount}', '--namespace={serviceAccountNamespace}'],
    changes: 'Pods with this service account lose access to the API server until it is created again.',
  },
};

/** What has to be changed after a service account that reads secrets was taken over. Names only. */
export const listClusterSecrets: RunbookStep = {
  id: 'list-cluster-secrets',
  phase: 'eradicate',
  title: 'List the secrets that have to be changed',
  instruction:
    'Lists names and types of the secrets in the namespace, never their values. Whatever the account could read counts as known: change it at its source (database, registry, vault), then in the cluster.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'kubectl', args: ['get', 'secrets', '--namespace={serviceAccountNamespace}'] },
};

/** Ends certificates of kubelets and local admins, which no list of revoked ones does. */
export const rotateClusterCertificates: RunbookStep = {
  id: 'rotate-cluster-certificates',
  phase: 'eradicate',
  title: 'Replace the certificates of the cluster',
  instruction:
    'A stolen kubeconfig with a certificate stays valid for up to two years, and the API server cannot refuse a single one. Replacing the certificate authority ends all of them. Do it in a maintenance window: the nodes are rebuilt and the API server is away for up to half an hour.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['aks', 'rotate-certs', ...cluster, '--yes'],
    changes: 'All nodes restart and every kubeconfig has to be fetched anew. This cannot be undone.',
  },
};

/** Guard rails for pods, and whether they are there at all. */
export const checkPolicyAddOn: RunbookStep = {
  id: 'check-policy-add-on',
  phase: 'prevent',
  title: 'Let policies refuse such pods',
  instruction:
    'Shows whether the Azure Policy add-on is on. Assign the baseline initiative for pods with the effect "deny" to namespaces of applications, and use "audit" for a week before, so that you know what it would have stopped.',
  mandatory: false,
  risk: 'none',
  command: { tool: 'az', args: ['aks', 'show', ...cluster, '--query=addonProfiles.azurepolicy.enabled'] },
};

/** Only images that were looked at. */
export const limitImages: RunbookStep = manualStep(
  'prevent',
  'limit-images',
  'Run images from your own registries only',
  'Assign the policy that allows images from named registries alone, pin images by digest, and let the pipeline refuse images with critical findings. Give containers a read-only root file system where the application takes it: what cannot be written cannot be run.',
  { risk: 'medium' },
);

/** Applications get identities of their own, and nodes none that is worth stealing. */
export const useWorkloadIdentity: RunbookStep = {
  id: 'use-workload-identity',
  phase: 'prevent',
  title: 'Give applications their own identities',
  instruction:
    'With workload identity each application gets only its own tokens, and pods need no metadata service. The command shows whether the cluster has it and its issuer turned on. Then refuse traffic of pods to 169.254.169.254 with a network policy.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['aks', 'show', ...cluster, '--query=[oidcIssuerProfile,securityProfile.workloadIdentity]'],
  },
};

/** Policies between pods need an engine, which many clusters lack. */
export const limitPodTraffic: RunbookStep = {
  id: 'limit-pod-traffic',
  phase: 'prevent',
  title: 'Say which pods may talk to whom',
  instruction:
    'Shows which engine for network policies the cluster has: with none, policies are accepted and do nothing. Refuse all outgoing traffic of application namespaces by default, and allow name resolution and the destinations that each application needs.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: ['aks', 'show', ...cluster, '--query=networkProfile.[networkPlugin,networkPolicy,outboundType]'],
  },
};

/** Nothing of it came back. */
export const proveClusterAccess: RunbookStep = {
  id: 'prove-cluster-access',
  phase: 'recover',
  title: 'Prove that access to the cluster is back in order',
  instruction:
    'List the bindings of cluster-admin once more and read the audit log since the containment. Neither should hold a name that you cannot explain.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'kubectl',
    args: ['get', 'clusterrolebindings', '--output=wide', '--sort-by=.metadata.creationTimestamp'],
  },
};

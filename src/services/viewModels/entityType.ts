import { displayLabel } from '../../domain/displayText.ts';
import type { EntityIcon } from '../../protocol/entityModel.ts';
import { humanizeName } from './humanizeName.ts';

export interface EntityType {
  readonly label: string;
  readonly icon: EntityIcon;
}

/** Heading, icon and order of the known entity types: who and what first, plumbing last. */
const known: ReadonlyMap<string, EntityType> = new Map<string, EntityType>([
  ['ip', { label: 'IP addresses', icon: 'globe' }],
  ['account', { label: 'Accounts', icon: 'account' }],
  ['process', { label: 'Processes', icon: 'server-process' }],
  ['file', { label: 'Files', icon: 'file' }],
  ['filehash', { label: 'File hashes', icon: 'key' }],
  ['malware', { label: 'Malware', icon: 'bug' }],
  ['url', { label: 'URLs', icon: 'link' }],
  ['dns', { label: 'Domain names', icon: 'globe' }],
  ['network-connection', { label: 'Network connections', icon: 'plug' }],
  ['host', { label: 'Hosts', icon: 'vm' }],
  ['host-logon-session', { label: 'Logon sessions', icon: 'history' }],
  ['registry-key', { label: 'Registry keys', icon: 'list-tree' }],
  ['registry-value', { label: 'Registry values', icon: 'list-tree' }],
  ['azure-resource', { label: 'Azure resources', icon: 'azure' }],
  ['k8s-cluster', { label: 'Kubernetes clusters', icon: 'layers' }],
  ['k8s-namespace', { label: 'Kubernetes namespaces', icon: 'layers' }],
  ['k8s-pod', { label: 'Kubernetes pods', icon: 'layers' }],
  ['k8s-service', { label: 'Kubernetes services', icon: 'layers' }],
  ['container', { label: 'Containers', icon: 'package' }],
  ['container-image', { label: 'Container images', icon: 'package' }],
  ['blob-container', { label: 'Blob containers', icon: 'database' }],
  ['blob', { label: 'Blobs', icon: 'database' }],
  ['gcp-resource', { label: 'Google Cloud resources', icon: 'cloud' }],
  ['amazon-resource', { label: 'AWS resources', icon: 'cloud' }],
  ['cloud-application', { label: 'Cloud applications', icon: 'cloud' }],
  ['mailbox', { label: 'Mailboxes', icon: 'mail' }],
  ['mail-message', { label: 'Mail messages', icon: 'mail' }],
]);

const order = new Map([...known.keys()].map((type, index) => [type, index]));

export function entityType(type: string): EntityType {
  return (
    known.get(type) ?? {
      label: type === 'unknown' ? 'Other entities' : `${humanizeName(displayLabel(type, 60))} (unknown type)`,
      icon: 'symbol-misc',
    }
  );
}

/** Order of the groups: known types as above, then unknown ones by name. */
export function compareEntityTypes(a: string, b: string): number {
  const byOrder = (order.get(a) ?? order.size) - (order.get(b) ?? order.size);
  return byOrder !== 0 ? byOrder : a < b ? -1 : a > b ? 1 : 0;
}

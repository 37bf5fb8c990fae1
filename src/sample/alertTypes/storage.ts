import { bulleted } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts about storage accounts. Their steps bring their own bullets. */
export const storage = {
  madePublic: {
    alertType: 'Storage.Blob_OpenACL',
    title: 'Container with possibly sensitive data made public',
    severity: 'Medium',
    intent: 'PrivilegeEscalation',
    component: 'Storage Accounts',
    description:
      '{account} opened the container {container} of {resource} to everybody. Names of files in it suggest that it is not meant for everybody.',
    steps: bulleted(
      'Set the access level of {container} back to private.',
      'Forbid public containers for the whole account.',
    ),
    techniques: ['T1222'],
  },
  discovered: {
    alertType: 'Storage.Blob_OpenContainersScanning.SuccessfulDiscovery',
    title: 'Public containers found by a search',
    severity: 'Medium',
    intent: 'Collection',
    component: 'Storage Accounts',
    description:
      'A search from {ip} tried {count} likely names on {resource} and found the public container {container}.',
    steps: bulleted('Close {container} if it should not be public.', 'Check which files were read from {ip}.'),
    techniques: ['T1619'],
  },
  anonymous: {
    alertType: 'Storage.Blob_AnonymousAccessAnomaly',
    title: 'Files read without signing in',
    severity: 'High',
    intent: 'InitialAccess',
    component: 'Storage Accounts',
    description:
      'Files of {resource} were read from {ip} without any sign-in, which had not happened for at least a month.',
    steps: bulleted('Make {container} private.', 'List what was read, with the logs of the account.'),
    techniques: ['T1530'],
  },
  bigDownload: {
    alertType: 'Storage.Blob_DataExfiltration.AmountOfDataAnomaly',
    title: 'Unusual amount of data read from storage',
    severity: 'High',
    intent: 'Exfiltration',
    component: 'Storage Accounts',
    description: '{size} were read from {container} of {resource}, far more than ever before in an hour.',
    steps: bulleted(
      'Find out who read the data and whether they were meant to.',
      'Rotate the keys of {resource} if a key was used.',
      'Tell the people who are responsible for data protection.',
    ),
    techniques: ['T1530', 'T1567'],
  },
  malwareUploaded: {
    alertType: 'Storage.Blob_AM.MalwareFound',
    title: 'Malware uploaded to storage',
    severity: 'High',
    intent: 'LateralMovement',
    component: 'Storage Accounts',
    description: 'The file {file} that was uploaded to {container} of {resource} is malware ({malware}).',
    steps: bulleted(
      'Move {file} to a container for quarantine, or delete it.',
      'Find out who uploaded it, and who has downloaded it since.',
    ),
    techniques: ['T1080'],
  },
  knownHash: {
    alertType: 'Storage.Files_MalwareHashReputation',
    title: 'File with the fingerprint of malware on a share',
    severity: 'Medium',
    intent: 'LateralMovement',
    component: 'Storage Accounts',
    description: 'The file {file} on a share of {resource} has the same fingerprint as known malware.',
    steps: bulleted('Scan the machines that mount the share.', 'Delete {file}.'),
  },
  hiddenSender: {
    alertType: 'Storage.Blob_TorAnomaly',
    title: 'Storage used through an anonymity network',
    severity: 'High',
    intent: 'InitialAccess',
    component: 'Storage Accounts',
    description: 'Somebody with a valid credential used {resource} from {ip}, an exit of an anonymity network.',
    steps: bulleted('Rotate the credential that was used.', 'Block exits of anonymity networks.'),
    techniques: ['T1078', 'T1090'],
  },
  deleted: {
    alertType: 'Storage.Blob_DeletionAnomaly',
    title: 'Unusually many files deleted',
    severity: 'Medium',
    intent: 'Impact',
    component: 'Storage Accounts',
    description: '{count} files of {resource} were deleted within minutes.',
    steps: bulleted('Restore the files while they are kept (soft delete).', 'Ask {account} why they were deleted.'),
    techniques: ['T1485'],
  },
  sharedSignature: {
    alertType: 'Storage.Blob_AccountSas.UnusualExternalAccess',
    title: 'Shared signature used from outside in a new way',
    severity: 'Medium',
    intent: 'Exfiltration',
    component: 'Storage Accounts',
    description: 'A shared access signature that your own systems use was used from {ip} on {resource}.',
    steps: bulleted(
      'Rotate the key with which the signature was made; that ends it.',
      'Make signatures that live for an hour instead of a year.',
    ),
  },
} satisfies Readonly<Record<string, AlertKind>>;

import type { RunbookStep } from '../runbook.ts';

const compute = '2023-09-01';
const machine = ['--resource-group={vmGroup}', '--name={vmName}'] as const;

/** Evidence that is lost when the machine is cleaned or rebuilt. */
export const snapshotOsDisk: RunbookStep = {
  id: 'snapshot-os-disk',
  phase: 'triage',
  title: 'Keep a copy of the disk',
  instruction:
    'Makes a snapshot of the operating system disk before anything is changed. Whoever investigates later needs the files as they were. Keep it where the account in question cannot delete it.',
  mandatory: false,
  risk: 'low',
  command: {
    tool: 'az',
    args: [
      ...['snapshot', 'create', '--resource-group={osDiskGroup}', '--name=incident-{osDiskName}', '--source={osDisk}'],
      '--incremental=false',
    ],
    changes: 'Creates a snapshot beside the disk. It costs storage until it is deleted.',
  },
  undo: {
    tool: 'az',
    args: ['snapshot', 'delete', '--resource-group={osDiskGroup}', '--name=incident-{osDiskName}'],
    changes: 'Deletes the snapshot, and with it the evidence.',
  },
};

/** Which extensions run code on the machine, and who put them there. */
export const listExtensions: RunbookStep = {
  id: 'list-extensions',
  phase: 'triage',
  title: 'List the extensions of the machine',
  instruction:
    'Extensions run as root or SYSTEM. Look for a script extension, a run command or an access extension that nobody of your team installed.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['vm', 'extension', 'list', '--resource-group={vmGroup}', '--vm-name={vmName}'],
      ...['--query=[].[name,publisher,typePropertiesType,provisioningState]', '--output=table'],
    ],
  },
};

/** What the machine itself may do in Azure: whoever controls it may do the same. */
export const listMachineRoles: RunbookStep = {
  id: 'list-machine-roles',
  phase: 'triage',
  title: 'See what the identity of the machine may do',
  instruction:
    'Whoever controls the machine can get tokens of its managed identity. Roles that reach beyond the machine widen the incident to everything that they cover.',
  mandatory: false,
  risk: 'none',
  command: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={vmIdentity}', '--all', '--include-inherited'],
      ...['--query=[].[roleDefinitionName,scope]', '--output=table'],
    ],
  },
};

/** Stops what runs; memory is lost. */
export const deallocateMachine: RunbookStep = {
  id: 'deallocate-machine',
  phase: 'contain',
  title: 'Stop the machine',
  instruction:
    'Stops the machine and frees its host. Do this where isolating is not enough or not possible. What is in memory is lost, so capture it first if you can.',
  mandatory: false,
  risk: 'high',
  command: {
    tool: 'az',
    args: ['vm', 'deallocate', ...machine],
    changes: 'The machine stops; what it serves is down, its memory and temporary disk are lost.',
  },
  verify: {
    resource: '{vm}/instanceView',
    apiVersion: compute,
    property: 'statuses[].code',
    expect: { includes: 'PowerState/deallocated' },
  },
  undo: {
    tool: 'az',
    args: ['vm', 'start', ...machine],
    changes: 'Starts the machine again, and everything that starts with it.',
  },
};

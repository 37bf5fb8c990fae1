import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

const compute = '2023-09-01';
const machine = ['--resource-group={vmGroup}', '--name={vmName}'] as const;
const extension = [
  ...['--resource-group={vmExtensionGroup}', '--vm-name={vmExtensionParent}', '--name={vmExtensionName}'],
] as const;

/** The device isolation of Defender for Endpoint comes before rules of the network where it is there. */
export const isolateWithEndpoint: RunbookStep = manualStep(
  'contain',
  'isolate-with-endpoint',
  'Isolate the machine in Defender for Endpoint',
  'Where Defender for Endpoint runs on the machine, isolate the device in its portal: it cuts open connections, too, and goes on reporting and taking orders. It is also the way for machines that are connected by Azure Arc. Otherwise use the network security group below.',
  { risk: 'high' },
);

/** What the attacker started ends; what it was is kept. */
export const endProcess: RunbookStep = manualStep(
  'contain',
  'end-process',
  'End the process and its parent',
  'Note command line, hash, parent and account of the process, copy its file, and then end it together with what starts it again. A process that comes back at once has a watcher: a task, a service, a cron line or a second process.',
  { mandatory: true, risk: 'medium' },
);

/** Whatever was on the machine is known to the attacker. */
export const changeMachineSecrets: RunbookStep = manualStep(
  'eradicate',
  'change-machine-secrets',
  'Change every secret that was on the machine',
  'List the passwords, keys, certificates, connection strings and tokens that lay on the machine or were typed there since the activity began: configuration files, environment variables, cached sign-ins, SSH agents, command histories. Change them where they are issued, from another machine, and end the sessions made with them.',
  { risk: 'medium' },
);

/** Cleaning cannot be proved. */
export const rebuildMachine: RunbookStep = manualStep(
  'recover',
  'rebuild-machine',
  'Build the machine anew',
  'Where somebody had root or SYSTEM, build a new machine from an image and a deployment that you trust, and bring back data only, from a time before the first sign of the attack. Keep the old disk as evidence. Cleaning in place is a choice for machines that nothing else trusts.',
  { risk: 'high' },
);

/** Data that the attacker changed or destroyed. */
export const seeBackups: RunbookStep = {
  ...manualStep(
    'recover',
    'see-backups',
    'See whether Azure Backup protects the machine',
    'Prints the vault that protects the machine, or nothing. Choose a recovery point from before the first sign of the attack, restore it as a new machine in a closed network, and scan it there before it takes over.',
  ),
  command: { tool: 'az', args: ['backup', 'protection', 'check-vm', '--resource-group={vmGroup}', '--vm={vmName}'] },
};

/** Nobody gets a token of the machine's identity any more, once those that were issued have ended. */
export const removeMachineIdentity: RunbookStep = {
  ...manualStep(
    'contain',
    'remove-machine-identity',
    'Take the identity from the machine',
    'Removes the system-assigned identity and with it all of its role assignments. Note the assignments first: a new identity has another id, and they have to be made again. Tokens that were taken before may be accepted for up to 24 hours. Do this where the identity reaches more than the machine.',
    { risk: 'high' },
  ),
  command: {
    tool: 'az',
    args: ['vm', 'identity', 'remove', ...machine, '--identities=[system]'],
    changes: 'Software on the machine that signs in with its identity fails. The same identity cannot be had back.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['role', 'assignment', 'list', '--assignee={vmIdentity}', '--all'],
      ...['--query=[].[roleDefinitionName,scope]', '--output=table'],
    ],
  },
  verify: { resource: '{vm}', apiVersion: compute, property: 'identity.principalId', expect: { absent: true } },
};

/** Removes the hook, not what it did. */
export const removeExtension: RunbookStep = {
  ...manualStep(
    'contain',
    'remove-extension',
    'Remove the extension',
    'Removes the extension that you choose from those of the machine, so that it does not run again when the machine starts. What its script did on the machine stays. Its files below C:\\Packages\\Plugins or /var/lib/waagent may go with it: keep a copy of the disk first.',
    { mandatory: true, risk: 'high' },
  ),
  command: {
    tool: 'az',
    args: ['vm', 'extension', 'delete', ...extension],
    changes: 'The extension and what it does for the machine are gone. Its protected settings cannot be had back.',
  },
  whatIf: {
    tool: 'az',
    args: [
      ...['vm', 'extension', 'show', ...extension],
      '--query=[publisher,typePropertiesType,typeHandlerVersion,provisioningState]',
    ],
  },
  verify: { resource: '{vmExtension}', apiVersion: compute, property: 'id', expect: { gone: true } },
};

/** Who the attackers' neighbours are: new machines are what stolen accounts make. */
export const listMachines: RunbookStep = {
  ...manualStep(
    'triage',
    'list-machines',
    'Look for machines that nobody ordered',
    'Lists the machines of the subscription with size and time of creation. Whoever mines with your money makes large ones (series F, N, HB), often in regions that you do not use and several within minutes.',
  ),
  command: {
    tool: 'az',
    args: [
      ...['vm', 'list', '--query=[].[timeCreated,name,resourceGroup,location,hardwareProfile.vmSize]'],
      '--output=table',
    ],
  },
};

/** Commands that were kept as resources of the machine run again after a restart. */
export const listRunCommands: RunbookStep = {
  ...manualStep(
    'triage',
    'list-run-commands',
    'List the managed run commands of the machine',
    'Lists run commands that are kept as resources of the machine. Those of the older kind leave none, and show in the activity log only as "runCommand/action".',
  ),
  command: {
    tool: 'az',
    args: [
      ...['vm', 'run-command', 'list', '--resource-group={vmGroup}', '--vm-name={vmName}'],
      ...['--query=[].[name,provisioningState]', '--output=table'],
    ],
  },
};

/** Most machines are found by a port that the internet reaches. */
export const closeWaysIn: RunbookStep = {
  ...manualStep(
    'prevent',
    'close-ways-in',
    'Close ways in from the internet',
    'Lists the rules of the network security group of the machine; look at that of its subnet as well. Remove what lets "Internet" or "*" reach 22, 3389, 5985 or a database, and offer just-in-time access, Azure Bastion or a VPN instead.',
  ),
  command: {
    tool: 'az',
    args: [
      ...['network', 'nsg', 'rule', 'list', '--resource-group={nsgGroup}', '--nsg-name={nsgName}'],
      '--query=[].[name,priority,access,direction,sourceAddressPrefix,destinationPortRange]',
      '--output=table',
    ],
  },
};

/** The way out is what malware needs. */
export const limitWayOut: RunbookStep = manualStep(
  'prevent',
  'limit-way-out',
  'Limit what the machine may reach',
  'Most servers need few addresses of the internet. Send their traffic through Azure Firewall or a proxy with a list of names that are allowed, and refuse the rest by a rule of the network security group. Allow updates, the agents of Azure and what the application needs.',
);

/** What would have stopped or shown it on the machine. */
export const protectEndpoint: RunbookStep = manualStep(
  'prevent',
  'protect-endpoint',
  'Turn on protection that attackers cannot turn off',
  'Onboard the machine to Defender for Endpoint with real-time protection, tamper protection, cloud protection and endpoint detection in block mode. Send the security logs of the machine to a workspace as they are written, so that deleting them there changes nothing.',
);

/** Attack surface reduction for what Windows itself brings along. */
export const limitScripting: RunbookStep = manualStep(
  'prevent',
  'limit-scripting',
  'Limit what may run on Windows',
  'Turn on attack surface reduction rules, first to audit: obfuscated scripts, programs downloaded by scripts, processes made by PsExec and WMI, theft from LSASS. Allow programs with App Control, which puts PowerShell into constrained language mode, and write script blocks to the log (event 4104).',
);

/** Holes in what serves the internet are how most Linux machines are taken. */
export const patchMachine: RunbookStep = manualStep(
  'prevent',
  'patch-machine',
  'Close the hole that was used',
  'Update what was attacked and turn on automatic guest patching. Run services as accounts of their own without a shell, and read the findings of vulnerability assessment for the machine, beginning with what can be exploited from the network.',
);

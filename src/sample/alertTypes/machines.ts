import { linkStep, numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts about virtual machines and servers. */
export const machines = {
  sshGuessing: {
    alertType: 'VM_SshBruteForceFailed',
    title: 'Failed SSH password guessing',
    severity: 'Medium',
    intent: 'Probing',
    description:
      '{resource} turned away {count} SSH sign-in attempts from {ip}. No password was guessed in this period.',
    steps: numbered(
      'Block {ip} in the network security group of {resource} for the next day.',
      'Allow SSH only from the addresses that your administrators use.',
      'Turn password sign-in off and use keys, see https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys',
    ),
    techniques: ['T1110'],
    subTechniques: ['T1110.001'],
  },
  sshGuessed: {
    alertType: 'VM_SshBruteForceSuccess',
    title: 'SSH password guessed after many failures',
    severity: 'High',
    intent: 'Exploitation',
    description:
      'After {count} failures, {ip} signed in over SSH to {resource} as {account}. The password of that account must be taken as known to the attacker.',
    steps: numbered(
      'Lock the account {account} on {resource} and end its sessions.',
      'Change the password everywhere it was used.',
      'Look at what the session did: new keys, new scheduled jobs, new processes.',
      'If you cannot account for everything it did, rebuild {resource} from a trusted image.',
    ),
    techniques: ['T1110', 'T1078'],
    subTechniques: ['T1110.001'],
  },
  rdpGuessing: {
    alertType: 'VM_LoginBruteForceValidUserFailed',
    title: 'Failed sign-ins with existing account names',
    severity: 'Medium',
    intent: 'Probing',
    description:
      'None of the sign-ins from {ip} to {resource} succeeded, but some of the tried names exist on the machine.\nSomebody works through a list of names and passwords, and parts of your names are on that list.',
    steps: numbered(
      'Require long passwords and make sure that they are not used in more than one place. ',
      'Let only known addresses reach {resource}, by a rule in its network security group. ',
      'Open the management ports of {resource} only on request (just-in-time access). ',
    ),
  },
  rdpGuessed: {
    alertType: 'VM_LoginBruteForceSuccess',
    title: 'Sign-in succeeded after a series of failures',
    severity: 'High',
    intent: 'Exploitation',
    description: 'The address {ip} signed in to {resource} as {account} after {count} failed attempts within the hour.',
    steps: [
      'Disable the account {account} until its owner has confirmed or denied the sign-in.',
      'Isolate {resource} from the network while you investigate.',
      'Search the other machines for sign-ins of {account} from {ip}.',
    ],
    techniques: ['T1110'],
  },
  systemProcess: {
    alertType: 'VM_SystemProcessInAbnormalContext',
    title: 'System program started from an unusual place',
    severity: 'High',
    intent: 'DefenseEvasion, Execution',
    description:
      'On {resource} the account {account} started a program with the name of a part of Windows from a folder where Windows does not keep it: {process}',
    steps: [
      'Compare the hash of the file with that of the genuine program.',
      'Contact %{User Name} and ask whether they started %{Process Name}.',
      'Stop the process and keep a copy of the file for analysis.',
    ],
    techniques: ['T1036'],
    subTechniques: ['T1036.005'],
  },
  memoryToolkit: {
    alertType: 'VM_FilelessAttackToolkit.Linux',
    title: 'Attack toolkit found in memory only',
    severity: 'High',
    intent: 'DefenseEvasion, Execution',
    description:
      'The memory of the process {process} on {resource} holds an attack toolkit that was never written to disk.',
    steps: [
      'Take a memory image of {resource} before you restart it; the evidence is gone afterwards.',
      'Isolate {resource}.',
      linkStep('How to collect evidence from a Linux machine', 'https://learn.microsoft.com/azure/virtual-machines/'),
    ],
    techniques: ['T1055'],
  },
  newSshKey: {
    alertType: 'VM_SshKeyAddition',
    title: 'New SSH key allowed',
    severity: 'Low',
    intent: 'Persistence',
    description: 'A key was added to the keys that may sign in to {resource} as {account}.',
    steps: [
      'Compare the list of keys with the ones that you know, and remove the others:',
      'sudo cat /home/{account}/.ssh/authorized_keys',
    ],
    techniques: ['T1098'],
    subTechniques: ['T1098.004'],
  },
  mining: {
    alertType: 'VM_DigitalCurrencyMining',
    title: 'Program behaves like a currency miner',
    severity: 'High',
    intent: 'Execution, Impact',
    description: 'A program on {resource} talks to a mining pool and uses the processor without a break: {process}',
    steps: numbered(
      'Stop the process and delete its file.',
      'Find what started it again: scheduled jobs, services, start-up scripts.',
      'Check the bill for machines that you did not order.',
    ),
    techniques: ['T1496'],
  },
  ransomware: {
    alertType: 'VM.Windows_PetyaRansomware',
    title: 'Signs of ransomware',
    severity: 'High',
    intent: 'Impact',
    description:
      'Files on {resource} are being rewritten one after the other and the copies that Windows keeps were deleted. Both are typical of ransomware.',
    steps: numbered(
      'Disconnect {resource} from the network now, and do not switch it off.',
      'Stop backup jobs that would overwrite good copies with encrypted ones.',
      'Look for the same program on the machines that {resource} can reach.',
      'Restore from a backup that was made before the first alert of this series.',
    ),
    techniques: ['T1486', 'T1490'],
  },
  suspiciousActivity: {
    alertType: 'VM_SuspiciousActivity',
    title: 'Several unusual commands in a short time',
    severity: 'Medium',
    intent: 'Execution',
    description:
      '{account} ran {count} commands on {resource} within a few minutes that people there do not normally run, among them {process}',
    steps: ['Confirm with {account} that the commands were theirs.', 'Keep the shell history of the session.'],
  },
  mailRelay: {
    alertType: 'VM_MailserverExploitation',
    title: 'Mail server sends what it should not',
    severity: 'Medium',
    intent: 'Exploitation',
    description: 'The mail server on {resource} started a shell shortly after a message from {ip} had come in.',
    steps: [
      'Update the mail server on {resource}.',
      'Search the queue for messages to addresses that you do not know.',
    ],
  },
} satisfies Readonly<Record<string, AlertKind>>;

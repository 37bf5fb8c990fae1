import { numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts about machines that are managed through Azure instead of being signed in to. */
export const machineManagement = {
  protectionOff: {
    alertType: 'VM_AmDisablementAndCodeExecution',
    title: 'Malware protection switched off and code started',
    severity: 'High',
    intent: 'DefenseEvasion',
    component: 'ARM',
    description:
      'Malware protection on {resource} was switched off, and within minutes code was started through the management channel. Attackers do this so that their tools are not found.',
    steps: numbered(
      'Ask {account} whether the change was planned.',
      'Switch the protection on again and start a full scan of {resource}.',
      'Review who is allowed to install extensions on virtual machines.',
    ),
    techniques: ['T1562'],
    subTechniques: ['T1562.001'],
  },
  realTimeOff: {
    alertType: 'VM_AmRealtimeProtectionDisabled',
    title: 'Real-time malware protection switched off',
    severity: 'Medium',
    intent: 'DefenseEvasion',
    component: 'ARM',
    description: 'Real-time malware protection of {resource} was switched off by {account} and has not been on since.',
    steps: numbered('Switch real-time protection on again.', 'Ask %{User Name} why it was switched off.'),
  },
  scriptExtension: {
    alertType: 'VM_CustomScriptExtensionSuspiciousCmd',
    title: 'Script extension with a suspicious command',
    severity: 'Medium',
    intent: 'Execution',
    component: 'ARM',
    description:
      'The account {account} put a script extension on {resource} whose command fetches and starts code from the internet: {process}',
    steps: numbered(
      'Read the script and find out what it changed on {resource}.',
      'Remove the extension.',
      'Take away the right to install extensions from those who do not need it.',
    ),
    techniques: ['T1059'],
    subTechniques: ['T1059.004'],
  },
  runCommand: {
    alertType: 'VM_RunCommandSuspiciousScript',
    title: 'Run Command used with a suspicious script',
    severity: 'High',
    intent: 'Execution',
    component: 'ARM',
    description: 'A script that reads stored credentials was started on {resource} with Run Command by {account}.',
    steps: numbered('Ask {account} what the script was for.', 'Change every credential that was stored on {resource}.'),
    techniques: ['T1059', 'T1552'],
  },
  passwordReset: {
    alertType: 'VM_VMAccessUnusualPasswordReset',
    title: 'Unusual password reset on a machine',
    severity: 'Medium',
    intent: 'CredentialAccess',
    component: 'ARM',
    description:
      'The password of a local account on {resource} was reset from the Azure side by {account}, who has never done so before.',
    steps: ['Ask {account} whether the reset was theirs.', 'If it was not, treat the account {account} as taken over.'],
  },
} satisfies Readonly<Record<string, AlertKind>>;

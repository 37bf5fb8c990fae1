import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { windowsClearedLogs } from '../steps/machineLooks.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody does not want to be read. */
export const clearedWindowsLogs: Runbook = {
  id: 'machine-cleared-windows-logs',
  title: 'Logs cleared or traces removed on Windows',
  alertTypes: [],
  alertNames: [
    'An event log was cleared',
    'Detected actions indicative of disabling and deleting IIS log files',
    'Detected suspicious file cleanup commands',
  ],
  steps: [
    windowsClearedLogs,
    manualStep(
      'triage',
      'read-the-forwarded-logs',
      'Read what the machine sent away before',
      'Copies in a Log Analytics workspace, a collector or Defender for Endpoint are not touched by the clearing. Read the two hours before it: what was there is what somebody wanted gone. A gap in the copies as well means that the agent was stopped first.',
      { mandatory: true },
    ),
    confirmWithOwner(
      'Ask whether the disk was full, an image was being prepared, or logs are rotated by a script at this time.',
    ),
    snapshotOsDisk,
    isolateWithEndpoint,
    manualStep(
      'contain',
      'lock-the-clearing-account',
      'Lock the account that cleared the log',
      'Clearing needs the rights of an administrator, so the account is as mighty as that. Disable it and end its sessions, unless its owner explains what was done. With SYSTEM as the account, look at services, tasks and Run Commands of that minute instead.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'find-what-was-hidden',
      'Find what was to be hidden',
      'Other traces outlive the log: Prefetch, Amcache, the journal of NTFS, the history of PowerShell in each profile, logs of the firewall and of the load balancer in front of IIS. Deleted files and logs can often be had back from the snapshot. Remove what you find.',
      { mandatory: true, risk: 'low' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'send-logs-away',
      'Send logs away as they are written',
      'Collect security events, script blocks and logs of IIS with the Azure Monitor agent into a workspace in a subscription that administrators of the machine cannot reach. Make the local logs larger, and alert on events 1102 and 104 and on silence of the agent.',
    ),
  ],
};

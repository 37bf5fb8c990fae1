import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { changeMachineSecrets, rebuildMachine } from '../steps/machineCare.ts';
import { windowsAccounts, windowsServices } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAttackerAddress } from '../steps/networkSteps.ts';

/** Another person's desktop was taken over. */
export const sessionHijack: Runbook = {
  id: 'machine-session-hijack',
  title: 'Takeover of a remote desktop session',
  alertTypes: [],
  alertNames: ['Suspect integrity level indicative of RDP hijacking'],
  steps: [
    manualStep(
      'triage',
      'find-the-sessions',
      'Find the session that was taken and the one that took it',
      'With tscon, SYSTEM connects to a session without its password. The alert names the process; events 21, 24 and 25 of TerminalServices-LocalSessionManager show which session changed hands. Whatever its owner had open is what the attacker can do now.',
      { mandatory: true },
    ),
    windowsAccounts,
    windowsServices,
    confirmWithOwner(
      'Ask both people whether they were at work at that time, and whether support took over a session with their knowledge.',
    ),
    { ...denyAttackerAddress, mandatory: false },
    manualStep(
      'contain',
      'end-both-sessions',
      'End both sessions and lock both accounts',
      'Sign both sessions off ("logoff" with the number that quser shows); disconnecting is not enough, since a disconnected session is what can be taken. Disable the account that had SYSTEM, and have the owner of the other change the password.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'follow-the-next-hop',
      'Follow where the session went',
      'From a session of an administrator the next hop is another server: look for type 10 and type 3 sign-ins of that account elsewhere, saved connections in mstsc, and files copied over the clipboard or redirected drives. Remove the service or task that gave SYSTEM.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    manualStep(
      'prevent',
      'end-idle-sessions',
      'Let no session lie idle',
      'Sign disconnected sessions off after minutes by policy, keep administrators from leaving sessions on servers, use Remote Credential Guard or restricted admin mode, and offer RDP by just-in-time access only.',
    ),
  ],
};

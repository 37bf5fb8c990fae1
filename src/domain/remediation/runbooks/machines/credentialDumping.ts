import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { endProcess, isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { windowsAccounts } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Passwords and hashes were taken out of Windows. */
export const credentialDumping: Runbook = {
  id: 'machine-credential-dumping',
  title: 'Theft of credentials from a Windows machine',
  alertTypes: ['VM_*Mimikatz*', 'VM_*CredentialDump*'],
  alertNames: [
    'Possible credential dumping detected',
    'Detected enabling of the WDigest UseLogonCredential registry key',
    'Detected suspicious document credentials',
    'Detected suspicious credentials in commandline',
  ],
  steps: [
    manualStep(
      'triage',
      'list-exposed-accounts',
      'List the accounts whose secrets were within reach',
      'Everybody who was signed in or ran a service, a task or a remote session on the machine since its last start is exposed: take them from events 4624 and 4648. Then local accounts (SAM), secrets of services (LSA) and cached sign-ins. One domain administrator among them makes this an incident of the whole domain.',
      { mandatory: true },
    ),
    windowsAccounts,
    confirmWithOwner(
      'Ask whether a test of security or a backup of the system state is going on: both read the same places. UseLogonCredential has no good reason on a current Windows.',
    ),
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    {
      ...endProcess,
      mandatory: false,
      instruction:
        'End the tool and the session that runs it. Set UseLogonCredential back to 0 where it was turned on, or Windows keeps passwords in clear text at every sign-in from now on. Look for dump files (lsass.dmp, sam, ntds.dit) and note when and where they went.',
    },
    manualStep(
      'eradicate',
      'change-exposed-credentials',
      'Change the passwords of all exposed accounts',
      'Begin with the mightiest: domain administrators, services, then people, then local administrators. A hash opens the same doors as its password, so change it even if it was strong. Disable accounts first where you cannot change them at once, and end their sessions in Entra ID as well.',
      { mandatory: true, risk: 'high' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'protect-lsass',
      'Keep secrets out of reach',
      'Turn on LSA protection (RunAsPPL), Credential Guard and the attack surface rule against theft from LSASS. Put administrators into Protected Users, let them sign in only to machines of their own tier, and give local administrators different passwords by Windows LAPS.',
    ),
  ],
};

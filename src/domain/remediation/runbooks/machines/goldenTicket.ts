import type { Runbook } from '../runbook.ts';
import { isolateWithEndpoint, rebuildMachine } from '../steps/machineCare.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { isolateByNetworkRules } from '../steps/networkSteps.ts';

/** Whoever forges tickets holds the key of the domain. */
export const goldenTicket: Runbook = {
  id: 'machine-golden-ticket',
  title: 'Forged Kerberos ticket',
  alertTypes: ['VM_*GoldenTicket*'],
  alertNames: ['Suspected Kerberos Golden Ticket attack parameters observed'],
  steps: [
    manualStep(
      'triage',
      'confirm-the-forgery',
      'Confirm the forged ticket at the domain controllers',
      'Look for service tickets (event 4769) of an account without a ticket request (4768) before them, for accounts that do not exist, tickets that live ten years, or RC4 where AES is usual. The command line of the alert shows the account and groups that the attacker writes into the ticket.',
      { mandatory: true },
    ),
    snapshotOsDisk,
    manualStep(
      'triage',
      'find-the-stolen-key',
      'Find out when the domain key was stolen',
      'A ticket is forged with the hash of krbtgt, which comes from a domain controller or its backup. Look for replication by something that is no controller (event 4662 with DS-Replication-Get-Changes-All), copies of ntds.dit, and snapshots or backups of a controller that somebody took in Azure. The theft lies before this alert, often by months.',
    ),
    isolateWithEndpoint,
    isolateByNetworkRules('Outbound'),
    manualStep(
      'contain',
      'close-the-way-to-the-cloud',
      'Keep the attacker from going on to Entra ID',
      'Who owns the domain reaches the cloud by synchronised accounts and the synchronisation server. Disable synchronised accounts that hold roles in Entra ID or Azure, end their sessions, and work with accounts that exist only in the cloud until the domain is yours again.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'reset-krbtgt-twice',
      'Change the password of krbtgt twice',
      'The domain accepts the last two keys, so a single change ends no forged ticket. Change it, wait until all controllers have it and the longest lifetime of tickets (10 hours by default) has passed, and change it again; in an emergency do both at once and accept that services have to sign in again. Find the attacker before, or the new key is stolen, too.',
      { mandatory: true, risk: 'high' },
    ),
    manualStep(
      'eradicate',
      'change-privileged-passwords',
      'Change all privileged passwords of the domain',
      'Administrators, services, trusts, the account of Entra Connect, and that for restoring the directory. Look for what outlives the key: members of AdminSDHolder groups, delegation, SID history, forged certificates of your certificate authority, new group policies.',
      { mandatory: true, risk: 'high' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'guard-domain-controllers',
      'Guard the domain controllers',
      'Let only their own administrators reach them, from machines that do nothing else. Protect their disks, snapshots and backups in Azure as you protect them: who may take a snapshot of a controller owns the domain. Watch them with Defender for Identity and change krbtgt twice a year.',
    ),
  ],
};

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { denyAttackerAddress } from '../steps/networkSteps.ts';

/** Somebody guesses passwords of a machine over RDP, SSH or another port. */
export const bruteForce: Runbook = {
  id: 'network-brute-force',
  title: 'Password guessing against a virtual machine',
  alertTypes: [
    'RDP_Incoming_BF_*',
    'SSH_Incoming_BF_*',
    'SQL_Incoming_BF_*',
    'Generic_Incoming_BF_*',
    'VM_LoginBruteForceValidUserFailed',
    'VM_SshBruteForceFailed',
    'Network_TrafficFromUnrecommendedIP',
  ],
  alertNames: [
    'Suspicious incoming * network activity*',
    'Possible incoming * brute force attempts detected',
    'Traffic detected from IP addresses recommended for blocking',
    'Failed SSH brute force attack',
    'Suspicious authentication activity',
  ],
  steps: [
    {
      id: 'tell-success-from-failure',
      phase: 'triage',
      title: 'Find out whether a guess succeeded',
      instruction:
        'Compare the failed sign-ins with the successful ones around the time of the alert: Windows event 4625 against 4624, or "Failed password" against "Accepted" in the log of sshd. One success from the address of the alert makes this a compromise: then treat the machine as taken over.',
      mandatory: true,
      risk: 'none',
    },
    readActivityLog,
    confirmWithOwner(
      'Ask whether somebody signs in from this address, or tests the machine, and whether its port has to be open to the internet at all.',
    ),
    denyAttackerAddress,
    {
      id: 'change-guessed-passwords',
      phase: 'eradicate',
      title: 'Change passwords of accounts that were tried',
      instruction:
        'Accounts whose names the attacker knew are tried again elsewhere. Give them new passwords, and remove local accounts that nobody needs.',
      mandatory: false,
      risk: 'low',
    },
    {
      id: 'close-management-ports',
      phase: 'prevent',
      title: 'Close management ports to the internet',
      instruction:
        'Remove rules that let the internet reach ports 22 and 3389. Offer just-in-time access, Azure Bastion or a VPN instead, and sign in with keys or Entra ID rather than with passwords.',
      mandatory: true,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['network', 'nsg', 'rule', 'list', '--resource-group={nsgGroup}', '--nsg-name={nsgName}'],
          '--query=[].[name,priority,access,direction,sourceAddressPrefix,destinationPortRange]',
          '--output=table',
        ],
      },
    },
  ],
};

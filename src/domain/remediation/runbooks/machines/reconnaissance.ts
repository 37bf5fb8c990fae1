import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { isolateWithEndpoint } from '../steps/machineCare.ts';
import { windowsAccounts, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody looks around. Few do so for nothing. */
export const reconnaissance: Runbook = {
  id: 'machine-reconnaissance',
  title: 'Looking around on a machine or in the domain',
  alertTypes: [],
  alertNames: [
    'Detected possible local reconnaissance activity',
    'Local Administrators group members were enumerated',
    'Multiple Domain Accounts Queried',
  ],
  steps: [
    manualStep(
      'triage',
      'see-who-asks',
      'See which account and program asks',
      'Inventory and monitoring agents list accounts every day, at the same time, as SYSTEM or a service. A person does so once: whoami, net group, nltest, systeminfo, ipconfig within minutes, from a shell whose parent is a web server, an Office program or a remote session. The parent process decides.',
      { mandatory: true },
    ),
    windowsAccounts,
    windowsConnections,
    confirmWithOwner(
      'Ask whether the account belongs to an inventory tool, a test of security or an administrator at work.',
    ),
    manualStep(
      'contain',
      'lock-the-asking-account',
      'Lock the account until it is explained',
      'Looking around does no damage by itself, and comes minutes or days before what does. Where nobody explains it, disable the account and end its session rather than wait for the next step.',
      { mandatory: true, risk: 'high' },
    ),
    isolateWithEndpoint,
    manualStep(
      'eradicate',
      'find-the-first-process',
      'Find what the attacker came in by',
      'Follow the chain of parents up to the first process that does not belong: that is the way in, and what has to be removed. Look on the machines whose names were asked for as well: they are next.',
      { mandatory: true, risk: 'low' },
    ),
    manualStep(
      'prevent',
      'answer-fewer-questions',
      'Let fewer accounts ask',
      'Restrict remote calls to SAM to administrators (the policy "Restrict clients allowed to make remote calls to SAM"), which is where such lists come from, and take local administrator rights from people who do not need them. Alert on the same commands from service accounts.',
    ),
  ],
};

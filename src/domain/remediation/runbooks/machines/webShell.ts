import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { rebuildMachine } from '../steps/machineCare.ts';
import { linuxProcesses, linuxWebFiles } from '../steps/machineLooks.ts';
import { snapshotOsDisk } from '../steps/machineSteps.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAttackerAddress, denyMachineTokens } from '../steps/networkSteps.ts';

/** A page on your server that runs an attacker's commands. */
export const webShell: Runbook = {
  id: 'machine-web-shell',
  title: 'Web shell on a machine',
  alertTypes: ['VM_*WebShell*'],
  alertNames: ['Possible malicious web shell detected'],
  steps: [
    manualStep(
      'triage',
      'find-the-shell-in-the-logs',
      'Find the file and its requests in the logs',
      'Search the access log for the file of the alert: the first request shows when it worked, the POST before it how it was uploaded, the addresses who uses it. Other files that the same addresses called are further shells. A good upload form and a bad one look alike, so read the parameters.',
      { mandatory: true },
    ),
    linuxWebFiles,
    linuxProcesses,
    snapshotOsDisk,
    confirmWithOwner(
      'Ask whether the file belongs to the application: some file managers and deployment pages do what a shell does.',
    ),
    { ...denyAttackerAddress, mandatory: false },
    manualStep(
      'contain',
      'take-the-page-away',
      'Take the page away',
      'Copy the file with its times as evidence, then move it out of the web folder or refuse its path in the web server, and end processes that are children of the web server but not its workers. Where uploads go on, take the site off the load balancer.',
      { mandatory: true, risk: 'high' },
    ),
    denyMachineTokens,
    manualStep(
      'eradicate',
      'remove-all-shells',
      'Remove every shell and deploy the application anew',
      'Do not look for shells only by their names: deploy the application from its source into an empty folder. Then look for what was done through the shell: cron lines of the account of the web server, keys, tunnels, a way to root. Change the secrets in its configuration, above all those of the database.',
      { mandatory: true, risk: 'high' },
    ),
    rebuildMachine,
    manualStep(
      'prevent',
      'make-web-folders-read-only',
      'Let the web server write nowhere it executes',
      'Let the application write only to folders from which the server runs nothing, fix the upload or plug-in by which the file came, put a web application firewall in prevention mode in front, and watch the web folder for new files.',
    ),
  ],
};

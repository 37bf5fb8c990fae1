import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  changeMachineSecrets,
  endProcess,
  isolateWithEndpoint,
  protectEndpoint,
  rebuildMachine,
} from '../steps/machineCare.ts';
import { linuxProcesses, windowsConnections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound } from '../steps/networkSteps.ts';

/** A command line that was made to be hard to read. */
export const obfuscatedCommand: Runbook = {
  id: 'machine-obfuscated-command',
  title: 'Obfuscated command line',
  alertTypes: [],
  alertNames: [
    'Detected anomalous mix of upper and lower case characters in command*line',
    'Detected encoded executable in command line data',
    'Detected obfuscated command line',
    'Detected suspicious commandline arguments',
  ],
  steps: [
    manualStep(
      'triage',
      'decode-the-command',
      'Decode the command line without running it',
      'Copy the text from the alert into an editor on another machine and undo it step by step: carets, changed case, Base64, joined pieces, hexadecimal. "TVqQ" at the beginning of Base64 is a program for Windows, "f0VMR" one for Linux. Addresses, file names and keys in it are what to search for on all machines.',
      { mandatory: true },
    ),
    linuxProcesses,
    windowsConnections,
    confirmWithOwner(
      'Ask whether a management or monitoring tool writes such lines: then its parent is that tool, and the same line runs on many machines.',
    ),
    { ...denyAddressOutbound, mandatory: false },
    isolateWithEndpoint,
    endProcess,
    manualStep(
      'eradicate',
      'remove-what-it-wrote',
      'Remove what the command wrote and started',
      'Remove files, tasks, services and cron lines that the decoded text names, then those that appeared within ten minutes of it. Find what started the command: a person, a web server, a document or a task.',
      { mandatory: true, risk: 'medium' },
    ),
    changeMachineSecrets,
    rebuildMachine,
    protectEndpoint,
  ],
};

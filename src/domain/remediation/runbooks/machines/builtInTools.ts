import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { endProcess, isolateWithEndpoint, limitScripting, rebuildMachine } from '../steps/machineCare.ts';
import { windowsConnections, windowsDetections } from '../steps/machineLooks.ts';
import { manualStep } from '../steps/manualStep.ts';
import { denyAddressOutbound } from '../steps/networkSteps.ts';

/** Tools that Windows brings along, used to fetch, unpack or start something. */
export const builtInTools: Runbook = {
  id: 'machine-built-in-tools',
  title: 'Tools of Windows used to fetch or start code',
  alertTypes: [],
  alertNames: [
    'Detected decoding of an executable using built-in certutil.exe tool',
    'Suspicious download using Certutil detected',
    'Detected suspicious execution of VBScript.Encode command',
    'VBScript HTTP object allocation detected',
    'Detected suspicious execution via rundll32.exe',
    'Detected suspicious use of FTP -s Switch',
    'Detected suspicious use of Pcalua.exe to launch executable code',
    'Detected suspicious commandline used to start all executables in a directory',
  ],
  steps: [
    manualStep(
      'triage',
      'follow-the-file',
      'Follow the file that was fetched or started',
      'Take source and target from the command line: the address from which certutil or ftp fetched, the library that rundll32 loaded, the script that wscript ran. Did the file arrive, what is its hash, was it started, by whom? Certutil has business with certificates and none with addresses of the web.',
      { mandatory: true },
    ),
    windowsDetections,
    windowsConnections,
    confirmWithOwner(
      'Ask whether an installer, a sign-in script or an old batch job does this every day: then the same line shows in the past.',
    ),
    { ...denyAddressOutbound, mandatory: false },
    isolateWithEndpoint,
    endProcess,
    manualStep(
      'eradicate',
      'quarantine-the-file',
      'Quarantine the file and what it brought',
      'Copy the file as evidence, let antimalware quarantine it, and search all machines for its hash and source. Then follow its children: these tools are the second step of an attack, so the first (a sign-in, a macro, a web server) and the third are somewhere near.',
      { mandatory: true, risk: 'medium' },
    ),
    rebuildMachine,
    limitScripting,
    manualStep(
      'prevent',
      'keep-tools-from-the-net',
      'Keep these tools from the internet',
      'Refuse certutil, mshta, wscript, cscript, rundll32, regsvr32 and ftp the way out by rules of Windows Firewall that name the program, and disable Windows Script Host where no script needs it. Servers that reach named addresses only make such downloads fail.',
    ),
  ],
};

import { numbered } from './steps.ts';
import type { AlertKind } from '../wire/alertDraft.ts';

/** Alerts about web apps. */
export const appService = {
  scanner: {
    alertType: 'AppServices_WpScanner',
    title: 'Web site scanned for known weaknesses',
    severity: 'Low',
    intent: 'PreAttack',
    component: 'App Services',
    description: '{ip} asked {resource} for {count} addresses at which well-known plug-ins with weaknesses are found.',
    steps: ['If {resource} does not use such plug-ins, nothing is to be done.', 'Otherwise bring them up to date.'],
    techniques: ['T1595'],
    subTechniques: ['T1595.002'],
  },
  unusualVisitor: {
    alertType: 'AppServices_AnomalousPageAccess',
    title: 'Administration page visited from a new address',
    severity: 'Medium',
    intent: 'InitialAccess',
    component: 'App Services',
    description:
      'The page {page} of {resource}, which only few people use, was opened from {ip}, where none of them has ever been.',
    steps: [
      'Ask the people who look after {resource} whether one of them is at {ip}.',
      'Restrict the page to known addresses.',
    ],
    techniques: ['T1190'],
  },
  scriptInUploads: {
    alertType: 'AppServices_PhpInUploadFolder',
    title: 'Script in a folder for uploads',
    severity: 'Medium',
    intent: 'Execution, Persistence',
    component: 'App Services',
    description:
      'Somebody opened {page} on {resource}. The folder is for pictures that visitors upload; a script there is a typical way to leave a back door.',
    steps: numbered(
      'Copy the file {page} and then delete it.',
      'Make the upload folder one from which nothing is run.',
      'Find out which form the file came in by.',
    ),
    techniques: ['T1505'],
    subTechniques: ['T1505.003'],
  },
  suspectScript: {
    alertType: 'AppServices_SuspectPhp',
    title: 'Web site starts commands of the operating system',
    severity: 'High',
    intent: 'Execution',
    component: 'App Services',
    description: 'The scripting engine of {resource} started a command of the operating system: {process}',
    steps: numbered(
      'Compare the files of {resource} with what was last deployed.',
      'Deploy again from a clean build.',
      'Change the secrets that {resource} can read.',
    ),
    techniques: ['T1059'],
  },
  reverseShell: {
    alertType: 'AppServices_ReverseShell',
    title: 'Web site opens a command line to the outside',
    severity: 'High',
    intent: 'CommandAndControl',
    component: 'App Services',
    description: '{resource} connected a command line to {ip}. Whoever sits there can do whatever the web site may do.',
    steps: numbered('Stop {resource}.', 'Rotate its managed identity and every secret in its settings.', 'Block {ip}.'),
    techniques: ['T1059', 'T1071'],
  },
  dataLeaves: {
    alertType: 'AppServices_DataEgressArtifacts',
    title: 'Web site sends an archive to a stranger',
    severity: 'High',
    intent: 'Collection, Exfiltration',
    component: 'App Services',
    description: '{resource} packed files into an archive of {size} and sent it to {ip}.',
    steps: ['Determine which files were in the archive.', 'Tell the people who are responsible for data protection.'],
    techniques: ['T1560', 'T1041'],
  },
  danglingName: {
    alertType: 'AppServices_DanglingDomain',
    title: 'Name that points to a web site which is gone',
    severity: 'High',
    intent: 'Unknown',
    component: 'App Services',
    description:
      'The name {domain} still points to {resource}, which was deleted. Anybody can create a web site of that name and would receive your visitors.',
    steps: ['Remove the record of {domain} from your DNS zone, or create {resource} again.'],
  },
  phishing: {
    alertType: 'AppServices_PhishingContent',
    title: 'Web site hosts an imitated sign-in page',
    severity: 'High',
    intent: 'Collection',
    component: 'App Services',
    description:
      'A page on {resource} imitates the sign-in of another company and sends what is typed there to a third party.',
    steps: numbered('Take the page {page} off {resource}.', 'Find out who deployed it, and with which credentials.'),
  },
} satisfies Readonly<Record<string, AlertKind>>;

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { mandatory, manualStep, optional } from '../steps/manualStep.ts';
import { listPublicContainers, readStorageLogs } from '../steps/storageLooks.ts';
import { closeContainer, renewStorageKey } from '../steps/storageSteps.ts';

/** A page that steals passwords is served from the account, under a name that people trust. */
export const phishingContent: Runbook = {
  id: 'storage-phishing-content',
  title: 'Phishing page in a storage account',
  alertTypes: ['Storage.*_PhishingContent*'],
  steps: [
    manualStep(
      'triage',
      'keep-the-page',
      'Keep a copy of the page as evidence',
      'Save the page and the scripts beside it with hashes and times into a place that only responders can read, without opening it in a browser that is signed in. Note where the form sends what people type: that address is what to search for elsewhere.',
      { mandatory: true },
    ),
    listPublicContainers,
    optional(readStorageLogs),
    confirmWithOwner(
      'Ask whether the account publishes a web site, and whether the page could be a training of your own security team. Ask who could upload.',
    ),
    {
      id: 'turn-off-static-website',
      phase: 'contain',
      title: 'Turn off the static web site',
      instruction:
        'Ends the web site of the account, in case the page lies in "$web". It needs a data role for the person who runs it. Note the names of the index and error pages that the first command shows: you set them again when the site comes back.',
      mandatory: false,
      risk: 'high',
      command: {
        tool: 'az',
        args: [
          ...['storage', 'blob', 'service-properties', 'update', '--account-name={storageName}'],
          ...['--static-website=false', '--auth-mode=login'],
        ],
        changes: 'The web site of the account is down. To bring it back its index page has to be named again.',
      },
      whatIf: {
        tool: 'az',
        args: [
          ...['storage', 'blob', 'service-properties', 'show', '--account-name={storageName}'],
          ...['--auth-mode=login', '--query=staticWebsite'],
        ],
      },
    },
    mandatory(closeContainer),
    manualStep(
      'eradicate',
      'remove-the-page',
      'Remove the page and what belongs to it',
      'Delete the page, its scripts and kits from every container, and search your other accounts for the same names. Purge the content network in front of the account, or it serves the page for days from its cache.',
      { mandatory: true, risk: 'medium' },
    ),
    optional(renewStorageKey('primary')),
    optional(renewStorageKey('secondary')),
    manualStep(
      'recover',
      'warn-the-victims',
      'Find and warn those who typed a password',
      'Requests for the page in the logs show who saw it. Reset passwords and end sessions of your own people among them, and ask browser and mail vendors to take your address off their lists once the page is gone.',
    ),
    manualStep(
      'prevent',
      'publish-from-a-pipeline',
      'Let only a pipeline publish',
      'Let an identity of the pipeline write to the published container and nobody else, forbid keys, and look for DNS names that still point to accounts which you gave up: others can take those over.',
    ),
  ],
};

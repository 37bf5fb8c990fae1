import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import {
  filterNames,
  findAskingProcess,
  linkBlockingZone,
  makeBlockingZone,
  seeWhatFollowed,
} from '../steps/dnsSteps.ts';
import { revokeSessions } from '../steps/identitySteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** Somebody on the machine may have typed a password into the wrong page. */
export const dnsPhishing: Runbook = {
  id: 'dns-phishing-domain',
  title: 'Question for a phishing domain',
  alertTypes: ['AzureDNS_PhishingDomain'],
  alertNames: ['Communication with possible phishing domain'],
  steps: [
    manualStep(
      'triage',
      'see-whether-it-was-opened',
      'See whether a person opened the page',
      'On a desktop or terminal server look at the history of the browser and the proxy: a GET shows a visit, a POST that something was typed. On a server without people it is a mail gateway or a link scanner that asks, or malware. Note which page it imitates: that is where the password fits.',
      { mandatory: true },
    ),
    findAskingProcess,
    seeWhatFollowed,
    confirmWithOwner(
      'Ask the person calmly whether they typed a password or approved a sign-in. People who fear blame say no.',
    ),
    makeBlockingZone,
    linkBlockingZone,
    manualStep(
      'contain',
      'secure-the-typed-account',
      'Change the password that may have been typed',
      'Change the password of the account that the page was after, end its sessions and look at its second factors: phishing pages today pass the sign-in on and steal the session, which outlives the password. Look at the sign-ins of the account since, and at new rules of its mailbox.',
      { mandatory: true, risk: 'medium' },
    ),
    { ...revokeSessions, mandatory: false },
    manualStep(
      'eradicate',
      'remove-the-message',
      'Remove the message for everybody',
      'Find the message that held the link, delete it from all mailboxes, and look who else opened it. Remove what the page may have offered for download.',
      { risk: 'low' },
    ),
    manualStep(
      'prevent',
      'use-phishing-resistant-factors',
      'Use factors that a page cannot pass on',
      'Passkeys, Windows Hello and certificates do not work on a page with another name. Require them for administrators first, turn on SmartScreen and network protection, and keep people from reading mail on servers.',
    ),
    { ...filterNames, mandatory: false },
  ],
};

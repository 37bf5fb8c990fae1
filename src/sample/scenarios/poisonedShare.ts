import { appService } from '../alertTypes/appService.ts';
import { integrated } from '../alertTypes/integrated.ts';
import { storage } from '../alertTypes/storage.ts';
import { production } from '../directory.ts';
import { blob, blobContainer, entityOf, file, malware } from '../wire/entities.ts';
import { partnerOffice, thiefAt } from './cast.ts';
import { storageAccount, webApp, windowsMachine } from './resources.ts';
import { story } from './story.ts';

const thief = thiefAt(203);

const exchange = storageAccount(production, 'partners', 'stpartnerexchange');
const inbox = blobContainer('inbox', entityOf(exchange));
const invoice = file('https://stpartnerexchange.blob.core.windows.net/inbox', 'invoice_8841.iso', 'poisoned-share/iso');
const address = 'https://stpartnerexchange.blob.core.windows.net/inbox/invoice_8841.iso';
const desk = windowsMachine(production, 'warehouse', 'vm-desk-14', 'northeurope');
const portal = webApp(production, 'partners', 'app-partner-portal');

/** A partner's stolen access brings malware into the exchange folder, and a page that imitates a sign-in. */
export const poisonedShare = story('poisoned-share', [
  {
    key: 'signature',
    kind: storage.sharedSignature,
    at: '3d 12:10',
    on: exchange,
    facts: { ip: '198.51.100.203' },
    details: {
      'client IP address': '198.51.100.203',
      'access key used to generate SAS token': 'key1',
      'authentication type': 'SAS',
    },
    entities: [thief],
  },
  {
    key: 'uploaded',
    kind: storage.malwareUploaded,
    at: '3d 12:24',
    on: exchange,
    facts: { file: 'invoice_8841.iso', container: 'inbox', malware: 'Trojan:Win32/ParcelThief' },
    details: {
      'malware types detected': 'Trojan:Win32/ParcelThief',
      'potential Causes': '1. Somebody uploaded malware on purpose\r\n\r\n2. A partner passed it on without knowing',
    },
    entities: [blob('invoice_8841.iso', inbox, address), malware('Trojan:Win32/ParcelThief', 'Trojan', [invoice])],
  },
  {
    key: 'share',
    kind: storage.knownHash,
    at: '3d 13:02',
    on: exchange,
    shouted: true,
    facts: { file: 'invoice_8841.iso' },
    details: { 'file share': 'incoming', file: 'invoice_8841.iso' },
    entities: [invoice, partnerOffice],
  },
  {
    key: 'blocked',
    kind: integrated.endpointMalware,
    at: '3d 13:30',
    on: desk,
    facts: { malware: 'Trojan:Win32/ParcelThief', account: 'NORDLICHT\\front.desk' },
    details: { 'threat ID': 'Trojan:Win32/ParcelThief' },
    entities: [invoice],
    status: 'Resolved',
  },
  {
    key: 'imitation',
    kind: appService.phishing,
    at: '2d 15:44',
    lastSeen: 180,
    on: portal,
    facts: { page: '/signin/index.html' },
    details: { url: 'https://app-partner-portal.example/signin/index.html' },
    entities: [{ url: 'https://app-partner-portal.example/signin/index.html', type: 'url' }],
  },
]);

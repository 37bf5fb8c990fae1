import { storage } from '../alertTypes/storage.ts';
import { production } from '../directory.ts';
import { blob, blobContainer, entityOf } from '../wire/entities.ts';
import { anonymityExitAt, platformOperator, scannerAt, thiefAt } from './cast.ts';
import { storageAccount } from './resources.ts';
import { story } from './story.ts';

const anonymityExit = anonymityExitAt(67);
const scanner = scannerAt(141);
const thief = thiefAt(205);

const archive = storageAccount(production, 'customs', 'stcustomsarchive');
const declarations = blobContainer('declarations', entityOf(archive));
const dump = blob(
  '2025-q4.zip',
  declarations,
  'https://stcustomsarchive.blob.core.windows.net/declarations/2025-q4.zip',
);
const facts = { container: 'declarations', account: 'platform-operator@nordlicht.example' };

/** A container is opened for a partner and forgotten; strangers find it before anybody closes it. */
export const publicContainer = story('public-container', [
  {
    key: 'hidden-sender',
    kind: storage.hiddenSender,
    at: '5d 01:12',
    lasts: 3,
    on: archive,
    facts: { ...facts, ip: '192.0.2.67' },
    details: {
      'client IP address': '192.0.2.67',
      'authentication type': 'AccountKey',
      'operations types': 'ListContainers',
    },
    entities: [anonymityExit],
  },
  {
    key: 'opened',
    kind: storage.madePublic,
    at: '4d 15:58',
    on: archive,
    facts,
    details: {
      'authentication type': 'OAuth',
      'client IP address': '192.0.2.18',
      container: 'declarations',
      'azure AD user': 'platform-operator@nordlicht.example',
    },
    entities: [declarations, platformOperator],
  },
  {
    key: 'found',
    kind: storage.discovered,
    at: '3d 02:20',
    lasts: 31,
    on: archive,
    facts: { ...facts, ip: '203.0.113.141', count: '5,200' },
    details: {
      'client IP address': '203.0.113.141',
      'number of containers successfully accessed': '1',
      'list of containers successfully accessed': 'declarations',
    },
    entities: [declarations, scanner],
  },
  {
    key: 'read',
    kind: storage.anonymous,
    at: '3d 02:55',
    lasts: 12,
    on: archive,
    shouted: true,
    facts: { ...facts, ip: '198.51.100.205' },
    details: {
      'client IP address': '198.51.100.205',
      'authentication type': 'Anonymous',
      'investigation steps': '• Open the logs of the account.\r\n\r\n• Look for requests without an identity.',
    },
    entities: [declarations, thief],
  },
  {
    key: 'taken',
    kind: storage.bigDownload,
    at: '3d 03:09',
    lasts: 44,
    on: archive,
    facts: { ...facts, size: '96 GB' },
    details: { 'client IP address': '198.51.100.205', 'size of extracted data': '96 GB', 'extracted blobs': '1,204' },
    entities: [dump, thief],
  },
  {
    key: 'deleted',
    kind: storage.deleted,
    at: '3d 04:01',
    on: archive,
    facts: { ...facts, count: '1,204' },
    details: { 'client IP address': '198.51.100.205', 'operations types': 'DeleteBlob' },
    entities: [thief],
  },
]);

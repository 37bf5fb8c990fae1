import { databases } from '../alertTypes/databases.ts';
import { production } from '../directory.ts';
import { controlServerAt, guesserAt, thiefAt } from './cast.ts';
import { databaseServer } from './resources.ts';
import { story } from './story.ts';

const controlServer = controlServerAt(25);
const guesser = guesserAt(78);
const thief = thiefAt(204);

const reports = databaseServer(production, 'reporting', 'Microsoft.DBforPostgreSQL/flexibleServers', 'psql-reports');
const legacy = databaseServer(production, 'reporting', 'Microsoft.DBforMariaDB/servers', 'maria-legacy');

/** A reporting database with a public address, guessed at until it opens. */
export const postgresForReports = story('postgres-for-reports', [
  {
    key: 'guessing',
    kind: databases.postgresGuessing,
    at: '2d 04:11',
    lasts: 75,
    on: reports,
    facts: { ip: '203.0.113.78', count: '9,400', account: 'report' },
    details: { 'failed logins': '9400', 'successful logins': '0', 'client IP Address': '203.0.113.78' },
    entities: [guesser],
  },
  {
    key: 'guessed',
    kind: {
      ...databases.postgresGuessing,
      title: 'Password of a PostgreSQL server was guessed',
      severity: 'High',
      intent: 'InitialAccess',
      description:
        'After {count} wrong passwords from {ip}, one was right: the account {account} of {resource} is open.',
    },
    at: '2d 05:27',
    on: reports,
    facts: { ip: '203.0.113.78', count: '9,400', account: 'report' },
    details: { 'failed logins': '9400', 'successful logins': '1', 'client IP Address': '203.0.113.78' },
    entities: [guesser],
  },
  {
    key: 'suspect-address',
    kind: databases.postgresSuspectAddress,
    at: '2d 05:49',
    lasts: 16,
    on: reports,
    facts: { ip: '198.51.100.25', account: 'report' },
    details: { 'client IP Address': '198.51.100.25', 'client Principal Name': 'report' },
    entities: [controlServer],
  },
  {
    key: 'legacy',
    kind: databases.mariaNewPlace,
    at: '7d 13:15',
    on: legacy,
    facts: { account: 'legacyapp', city: 'Auckland' },
    details: { 'client IP Location': 'Auckland, New Zealand' },
    entities: [thief],
    status: 'Resolved',
  },
]);

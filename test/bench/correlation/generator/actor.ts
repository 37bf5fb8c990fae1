import type { Random } from './random.ts';

/** Who an account entity names; `local` accounts exist on one machine only. */
export interface Account {
  readonly kind: 'user' | 'application' | 'local';
  readonly name: string;
  readonly domain: string;
  readonly objectId: string;
}

export interface FileFact {
  readonly directory: string;
  readonly name: string;
  readonly sha256: string;
}

export interface ProcessFact {
  readonly pid: number;
  readonly createdAt: number;
  readonly commandLine: string;
  readonly file: FileFact;
  readonly parent?: ProcessFact;
}

/** What an alert tells of the one who acted. */
export interface Actor {
  readonly ip?: string;
  /** Further addresses that the alert names. */
  readonly otherIps?: readonly string[];
  readonly account?: Account;
  readonly file?: FileFact;
  readonly process?: ProcessFact;
  readonly domain?: string;
  readonly pod?: string;
}

const programs = ['update', 'kworker', 'svchost', 'backup', 'agent', 'python3', 'curl', 'powershell', 'sync', 'node'];
const folders = ['/tmp', '/usr/local/bin', '/var/tmp', 'c:\\windows\\temp', 'c:\\users\\public', '/opt/tools'];
const syllables = ['ka', 'lo', 'mi', 'ren', 'to', 'vex', 'pa', 'dri', 'sol', 'un', 'qua', 'zet', 'or', 'bel', 'nim'];
const genericNames = ['root', 'SYSTEM', 'administrator', 'admin', 'azureuser', 'NETWORK SERVICE'];

export function publicAddress(random: Random): string {
  if (random.chance(0.04)) return `2a0${random.hex(1)}:${random.hex(4)}:${random.hex(4)}::${random.hex(3)}`;
  const first = random.pick([5, 23, 31, 45, 62, 77, 80, 91, 103, 118, 134, 141, 156, 179, 185, 193, 198, 203, 212]);
  return `${first}.${random.integer(16, 160)}.${random.integer(1, 254)}.${random.integer(1, 254)}`;
}

export function word(random: Random): string {
  return Array.from({ length: random.integer(2, 4) }, () => random.pick(syllables)).join('');
}

export function makeFile(random: Random): FileFact {
  const name = `${random.pick(programs)}${random.chance(0.6) ? random.hex(3) : ''}${random.chance(0.3) ? '.exe' : ''}`;
  return { directory: random.pick(folders), name, sha256: random.hex(64) };
}

export function makeProcess(random: Random, time: number, file: FileFact, parent?: ProcessFact): ProcessFact {
  const commandLine = `${file.directory}/${file.name} --${word(random)} ${random.hex(6)}`;
  const process = { pid: random.integer(300, 65_000), createdAt: time, commandLine, file };
  return parent === undefined ? process : { ...process, parent };
}

export function makeDomain(random: Random): string {
  return `${word(random)}-${word(random)}.${random.pick(['com', 'net', 'xyz', 'top', 'io'])}`;
}

export function makeUser(random: Random, domain: string): Account {
  return { kind: 'user', name: `${word(random)}.${word(random)}`, domain, objectId: random.guid() };
}

export function makeApplication(random: Random, domain: string): Account {
  return { kind: 'application', name: `app-${word(random)}`, domain, objectId: random.guid() };
}

/** An account of one machine: its name is often one that every machine has. */
export function makeLocalAccount(random: Random): Account {
  const generic = random.chance(0.6);
  return {
    kind: 'local',
    name: generic ? random.pick(genericNames) : word(random),
    domain: '',
    objectId: generic
      ? ''
      : `S-1-5-21-${random.integer(1e8, 9e8)}-${random.integer(1e8, 9e8)}-${random.integer(500, 9000)}`,
  };
}

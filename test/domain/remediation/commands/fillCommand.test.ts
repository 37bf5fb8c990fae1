import { describe, expect, it } from 'vitest';
import type { CommandTemplate } from '../../../../src/domain/remediation/commands/commandTemplate.ts';
import { displayCommand } from '../../../../src/domain/remediation/commands/displayCommand.ts';
import { fillCommand } from '../../../../src/domain/remediation/commands/fillCommand.ts';
import { anAlert, anEntity, subscriptionA, subscriptionB, virtualMachine } from '../../../builders/alert.ts';

const showVm: CommandTemplate = {
  tool: 'az',
  args: ['vm', 'show', '--resource-group={vmGroup}', '--name={vmName}'],
};
const showPod: CommandTemplate = { tool: 'kubectl', args: ['get', 'pod', '{pod}', '--namespace={podNamespace}'] };

const nsgId = `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.Network/networkSecurityGroups/web-nsg`;
const clusterId = `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.ContainerService/managedClusters/prod`;

describe('a command is filled from the alert', () => {
  it('and always held to its subscription', () => {
    expect(fillCommand(showVm, anAlert())).toEqual({
      kind: 'filled',
      command: {
        tool: 'az',
        args: [
          ...['vm', 'show', '--resource-group=shop', '--name=web-1'],
          ...[`--subscription=${subscriptionA}`, '--only-show-errors'],
        ],
        subscriptionId: subscriptionA,
        resources: [virtualMachine('web-1')],
      },
    });
  });

  it('with the machine of a host entity where the alert names no resource', () => {
    const alert = anAlert({
      on: [],
      entities: [anEntity({ $id: '1', type: 'host', azureID: virtualMachine('db-1') })],
    });
    expect(fillCommand(showVm, alert)).toMatchObject({
      kind: 'filled',
      command: { resources: [virtualMachine('db-1')] },
    });
  });

  it('with the parent where the alert names a child', () => {
    const server = `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.Sql/servers/main`;
    const filled = fillCommand(
      { tool: 'az', args: ['sql', 'server', 'show', '--name={sqlServerName}', '--resource-group={sqlServerGroup}'] },
      anAlert({ on: [`${server}/databases/orders`] }),
    );
    expect(filled).toMatchObject({ kind: 'filled', command: { resources: [server] } });
  });

  it('with the API and its service where the alert names an operation', () => {
    const service = `/subscriptions/${subscriptionA}/resourceGroups/shop/providers/Microsoft.ApiManagement/service/gateway`;
    const filled = fillCommand(
      { tool: 'az', args: ['apim', 'api', 'show', '--service-name={apiParent}', '--api-id={apiName}'] },
      anAlert({ on: [`${service}/apis/orders/operations/list`] }),
    );
    expect(filled).toMatchObject({
      kind: 'filled',
      command: { resources: [`${service}/apis/orders`] },
    });
    expect(filled).toHaveProperty('command.args.3', '--service-name=gateway');
  });

  it('with the source of a connection before any other address', () => {
    const alert = anAlert({
      entities: [
        anEntity({ $id: '1', type: 'ip', address: '203.0.113.7' }),
        anEntity({ $id: '2', type: 'ip', address: '198.51.100.9' }),
        anEntity({ $id: '3', type: 'network-connection', sourceAddress: { $ref: '2' } }),
      ],
    });
    const filled = fillCommand({ tool: 'az', args: ['network', 'x', '--address={sourceAddress}'] }, alert);
    expect(filled).toMatchObject({ command: { args: expect.arrayContaining(['--address=198.51.100.9']) as unknown } });
  });

  it('with the destination of a connection where traffic goes out', () => {
    const alert = anAlert({
      entities: [
        anEntity({ $id: '1', type: 'ip', address: '8.8.4.4' }),
        anEntity({ $id: '2', type: 'ip', address: '9.9.9.9' }),
        anEntity({
          $id: '3',
          type: 'network-connection',
          sourceAddress: { $ref: '1' },
          destinationAddress: { $ref: '2' },
        }),
      ],
    });
    const filled = fillCommand(
      { tool: 'az', args: ['network', 'x', '--to={remoteAddress}', '--name={remoteRule}'] },
      alert,
    );
    const args = ['--to=9.9.9.9', '--name=incident-deny-out-9.9.9.9'];
    expect(filled).toMatchObject({ command: { args: expect.arrayContaining(args) as unknown } });
  });

  it('with the domain that was asked for, without the dot of the root', () => {
    const alert = anAlert({
      entities: [anEntity({ $id: '1', type: 'dns', domainName: 'pool.shop.example.' })],
      extendedProperties: [{ name: 'Domain name', value: 'pool.shop.example' }],
    });
    const filled = fillCommand({ tool: 'az', args: ['network', 'x', '--name={maliciousDomain}'] }, alert);
    expect(filled).toMatchObject({
      command: { args: expect.arrayContaining(['--name=pool.shop.example']) as unknown },
    });
  });

  it('with an extension that is looked up from its machine, and with that machine', () => {
    const remove: CommandTemplate = {
      tool: 'az',
      args: ['vm', 'extension', 'delete', '--vm-name={vmExtensionParent}', '--name={vmExtensionName}'],
    };
    expect(fillCommand(remove, anAlert())).toMatchObject({
      kind: 'missing',
      parameter: 'vmExtension',
      lookup: { resource: virtualMachine('web-1') },
    });
    const given = { vmExtension: `${virtualMachine('web-1')}/extensions/script` };
    const args = ['--vm-name=web-1', '--name=script'];
    expect(fillCommand(remove, anAlert(), { given })).toMatchObject({
      command: { args: expect.arrayContaining(args) as unknown },
    });
  });

  it('with an address out of the sentence in which the service hides it', () => {
    const value = 'IP: 8.8.4.4 [12]\r\n';
    const alert = anAlert({ extendedProperties: [{ name: 'source IP(s) [Number of attempts]', value }] });
    const filled = fillCommand({ tool: 'az', args: ['network', 'x', '--address={attackerAddress}'] }, alert);
    expect(filled).toMatchObject({ command: { args: expect.arrayContaining(['--address=8.8.4.4']) as unknown } });
  });
});

describe('a command is not filled', () => {
  it('where several things fit: a person chooses, and gets the name and the group of one of them', () => {
    const other = virtualMachine('web-1').replace('/shop/', '/bank/');
    const alert = anAlert({ on: [virtualMachine('web-1'), other] });
    expect(fillCommand(showVm, alert)).toEqual({
      kind: 'choose',
      parameter: 'vm',
      options: [virtualMachine('web-1'), other],
    });
    expect(fillCommand(showVm, alert, { given: { vm: other } })).toMatchObject({
      kind: 'filled',
      command: { args: expect.arrayContaining(['--resource-group=bank']) as unknown, resources: [other] },
    });
  });

  it('where the alert does not name the thing, and says where to look it up', () => {
    const deny: CommandTemplate = {
      tool: 'az',
      args: ['network', 'nsg', 'show', '--name={nsgName}', '--resource-group={nsgGroup}'],
    };
    expect(fillCommand(deny, anAlert())).toMatchObject({
      kind: 'missing',
      parameter: 'nsg',
      why: 'the alert names no network security group',
      lookup: { resource: virtualMachine('web-1'), steps: [{}, { property: 'properties.networkSecurityGroup.id' }] },
    });
    expect(fillCommand(deny, anAlert(), { given: { nsg: nsgId } })).toMatchObject({
      kind: 'filled',
      command: { resources: [nsgId] },
    });
  });

  it('says where the identity of the nodes of a cluster can be read', () => {
    const listRoles: CommandTemplate = {
      tool: 'az',
      args: ['role', 'assignment', 'list', '--assignee={kubeletIdentity}'],
    };
    expect(fillCommand(listRoles, anAlert({ on: [clusterId] }))).toMatchObject({
      kind: 'missing',
      parameter: 'kubeletIdentity',
      lookup: {
        resource: clusterId,
        steps: [{ property: 'properties.identityProfile.kubeletidentity.objectId' }],
      },
    });
  });

  it('with a resource of another subscription', () => {
    const alert = anAlert({ on: [virtualMachine('web-1', subscriptionB)] });
    const why = 'it is in another subscription than the alert';
    expect(fillCommand(showVm, alert)).toEqual({ kind: 'refused', parameter: 'vm', why });
  });

  it('with a value that its type does not allow, whoever gave it', () => {
    const alert = anAlert({ on: [virtualMachine('web-1; reboot')] });
    expect(fillCommand(showVm, alert)).toMatchObject({ kind: 'refused', parameter: 'vm' });
    const given = { vm: virtualMachine('$(reboot)') };
    expect(fillCommand(showVm, anAlert(), { given })).toMatchObject({ kind: 'refused' });
  });

  it('with an address by which Azure serves the machine', () => {
    const entities = [anEntity({ $id: '1', type: 'ip', address: '168.63.129.16' })];
    const filled = fillCommand({ tool: 'az', args: ['network', 'x', '--a={attackerAddress}'] }, anAlert({ entities }));
    expect(filled).toMatchObject({ kind: 'refused', why: 'the address belongs to Azure itself' });
  });

  it('where the template is not sound', () => {
    const args = ['vm', 'show', '--name={vmNmae}'];
    expect(fillCommand({ tool: 'az', args }, anAlert())).toEqual({
      kind: 'refused',
      parameter: 'command',
      why: 'There is no parameter {vmNmae}',
    });
  });
});

describe('kubectl', () => {
  const entities = [
    anEntity({ $id: '1', type: 'K8s-namespace', name: 'web' }),
    anEntity({ $id: '2', type: 'K8s-pod', name: 'api-7d9', namespace: { $ref: '1' } }),
  ];
  const alert = anAlert({ on: [clusterId], entities });

  it('reads a kubeconfig that holds the cluster of the alert and no other', () => {
    const filled = fillCommand(showPod, alert, { kubeconfigFolder: '/home/me/clusters' });
    expect(filled).toMatchObject({
      kind: 'filled',
      command: {
        args: [
          'get',
          'pod',
          'api-7d9',
          '--namespace=web',
          expect.stringMatching(/^--kubeconfig=\/home\/me\/clusters\/[0-9a-f]{16}\.yaml$/),
        ],
        resources: [clusterId],
      },
    });
  });

  it('is not filled without a folder for it, nor without a cluster', () => {
    expect(fillCommand(showPod, alert)).toMatchObject({ kind: 'missing', parameter: 'kubeconfig' });
    expect(fillCommand(showPod, anAlert({ entities }), { kubeconfigFolder: '/x' })).toMatchObject({
      kind: 'missing',
      parameter: 'cluster',
    });
  });
});

it('a command is shown on one line, with what hides made visible', () => {
  expect(displayCommand({ tool: 'az', args: ['vm', '--a=b c', "--d=it's", '--e=x\u202Ey\n'] })).toBe(
    "az vm '--a=b c' '--d=it'\\''s' '--e=x⟨U+202E⟩y'",
  );
});

import type { Runbook } from '../runbook.ts';
import { confirmWithOwner } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A flood against a public address, going on or ended. */
export const ddosAttack: Runbook = {
  id: 'ddos-attack',
  title: 'Flood against a public IP address',
  alertTypes: ['NETWORK_DDOS_*'],
  alertNames: ['DDoS Attack detected for Public IP*', 'DDoS Attack mitigated for Public IP*'],
  generalFor: ['DDoS'],
  steps: [
    {
      ...manualStep(
        'triage',
        'see-the-attack',
        'See how strong the attack is, and whether it goes on',
        'Shows since the hour before whether the address is under attack (1) and how many packets came in and were dropped. Dropped close to what came in means that the mitigation holds. "Mitigated" says that the traffic fell below the threshold: floods come in waves, so look again.',
        { mandatory: true },
      ),
      command: {
        tool: 'az',
        args: [
          ...['monitor', 'metrics', 'list', '--resource={publicIp}'],
          ...['--metrics=IfUnderDDoSAttack,PacketsInDDoS,PacketsDroppedDDoS,BytesDroppedDDoS', '--interval=5m'],
          ...['--aggregation=Maximum', '--start-time={hourBefore}', '--output=table'],
        ],
      },
    },
    manualStep(
      'triage',
      'see-what-suffers',
      'See whether what lies behind it suffers',
      'Look from outside whether the application answers, and at errors, latency and load of gateway and machines. The mitigation of Azure stops floods of packets (layers 3 and 4); a flood of good requests passes it and has to be met by a web application firewall. The application may fail at a few thousand requests a second while the address looks calm.',
      { mandatory: true },
    ),
    confirmWithOwner(
      'Ask whether a load test, a campaign or a release goes on, and whether somebody received a demand for money: keep such a message, and do not answer it.',
    ),
    manualStep(
      'triage',
      'look-for-a-second-attack',
      'Look for what the flood may cover',
      'A flood is also used to keep people busy. Look at the other alerts of the same hours: sign-ins, changes of keys, data that leaves.',
    ),
    manualStep(
      'contain',
      'call-for-help',
      'Call in the support for attacks',
      'With DDoS Network Protection open a case of severity A under "DDoS Protection" for the rapid response team while the attack goes on. Do not change or release the address and do not turn the protection off and on: it knows the usual traffic and would begin anew.',
      { mandatory: true },
    ),
    manualStep(
      'contain',
      'limit-requests',
      'Limit requests before the application',
      'Put the web application firewall of Front Door or Application Gateway into prevention, add a rule with a rate limit per client and a challenge for pages that cost much, and serve what you can from the cache. Scale out what is full. Blocking single source addresses helps little: in floods over UDP they are forged.',
      { risk: 'medium' },
    ),
    {
      ...manualStep(
        'prevent',
        'protect-the-address',
        'Protect the address by its own policy',
        'Turns on IP protection for this address, which learns its usual traffic and mitigates at a threshold of its own; it takes effect within minutes, and is billed by the month for each address. With many addresses a plan for the virtual network costs less and includes the rapid response team.',
        { risk: 'low' },
      ),
      command: {
        tool: 'az',
        minimumVersion: '2.46',
        args: [
          ...['network', 'public-ip', 'update', '--resource-group={publicIpGroup}', '--name={publicIpName}'],
          '--ddos-protection-mode=Enabled',
        ],
        changes:
          'The address gets DDoS IP Protection, which is billed until it is turned off. It needs the standard SKU.',
      },
      verify: {
        resource: '{publicIp}',
        apiVersion: '2023-09-01',
        property: 'properties.ddosSettings.protectionMode',
        expect: { equals: 'Enabled' },
      },
      undo: {
        tool: 'az',
        minimumVersion: '2.46',
        args: [
          ...['network', 'public-ip', 'update', '--resource-group={publicIpGroup}', '--name={publicIpName}'],
          '--ddos-protection-mode=VirtualNetworkInherited',
        ],
        changes: 'The address is protected as its virtual network is, and no longer by itself.',
      },
    },
    manualStep(
      'prevent',
      'hide-the-origin',
      'Let only the front reach the origin',
      'Put public applications behind Front Door or Application Gateway with a web application firewall, and let the origin take traffic from there only (by service tag and header, or private link): an address that attackers know is attacked past the front. Remove public addresses that nothing needs.',
    ),
    manualStep(
      'prevent',
      'send-mitigation-logs',
      'Keep reports of the mitigation',
      'Send the logs of the address (notifications, mitigation reports, flow logs) to a workspace by a diagnostic setting. Without it nobody can say afterwards what the flood consisted of.',
    ),
  ],
};

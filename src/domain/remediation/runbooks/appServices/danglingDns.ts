import type { Runbook } from '../runbook.ts';
import { listAppHostNames } from '../steps/appSteps.ts';
import { confirmWithOwner, readActivityLog } from '../steps/commonSteps.ts';
import { manualStep } from '../steps/manualStep.ts';

/** A name of yours points to an app that is no more, and that anybody may make again. */
export const danglingDns: Runbook = {
  id: 'app-dangling-dns',
  title: 'DNS record that points to an app that is gone',
  alertTypes: ['App*s_DanglingDomain', 'App*s_PotentialDanglingDomain'],
  steps: [
    manualStep(
      'triage',
      'resolve-the-name',
      'See who answers under the name',
      'Resolve the name of the alert and follow its CNAME. If the target does not resolve, the record is dangling and nobody has taken it yet. If it resolves to an app that is not in your subscriptions, somebody has taken it over: do not sign in there, and warn those who might.',
      { mandatory: true },
    ),
    listAppHostNames,
    readActivityLog,
    {
      id: 'list-dns-zones',
      phase: 'triage',
      title: 'Find the zone that holds the record',
      instruction:
        'Lists the DNS zones of the subscription of the alert. The zone may be in another subscription or with another provider; the owner of the domain knows.',
      mandatory: false,
      risk: 'none',
      command: {
        tool: 'az',
        args: [
          ...['network', 'dns', 'zone', 'list', '--query=[].[name,resourceGroup,numberOfRecordSets]'],
          '--output=table',
        ],
      },
    },
    confirmWithOwner('Ask who owned the app, when it was deleted, and whether anything still uses the name.'),
    manualStep(
      'contain',
      'delete-the-record',
      'Delete the dangling record',
      'Remove the CNAME or A record from the zone. It goes on being answered from caches for as long as its time to live says. If the name is still needed, make the app again under its old name and bind the domain to it instead, before somebody else does.',
      { mandatory: true, risk: 'medium' },
    ),
    manualStep(
      'eradicate',
      'undo-a-takeover',
      'Undo what a stranger could do under the name',
      'If it was taken over: end sessions whose cookies count for the whole domain, remove the name from redirect addresses of app registrations, from lists of allowed origins and from content policies, and look in certificate transparency logs for certificates to revoke. Report the foreign app to Microsoft.',
      { risk: 'medium' },
    ),
    manualStep(
      'prevent',
      'delete-records-before-apps',
      'Delete records before apps',
      'Let the same template or pipeline own app and record, and delete the record first. Use alias records where Azure DNS can, protect custom domains with a verification record (asuid), and let somebody look at the recommendations for DNS each month.',
      { mandatory: true, risk: 'low' },
    ),
  ],
};

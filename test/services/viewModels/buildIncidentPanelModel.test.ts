import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { panelModel } from '../../../src/protocol/panelModel.ts';
import { buildIncidentPanelModel } from '../../../src/services/viewModels/buildIncidentPanelModel.ts';
import { sharedSteps } from '../../../src/services/viewModels/checklistGroups.ts';
import type { PanelContext } from '../../../src/services/viewModels/panelContext.ts';
import { stepsOfAlert } from '../../../src/services/stepsOfAlert.ts';
import {
  aMemberEntity,
  anAlert,
  aServiceIncident,
  day,
  hour,
  minute,
  noon,
  virtualMachine,
} from '../../builders/alert.ts';
import { aDecision, attackStory } from '../../builders/attackStory.ts';
import { aHostileAlert } from '../../builders/hostileAlert.ts';
import { hostileTexts, invisible, stringsIn } from '../../builders/hostileText.ts';
import { aPanelContext } from '../../builders/panelContext.ts';

function built(alerts: readonly Alert[], wish: Partial<PanelContext> = {}) {
  const context = aPanelContext(alerts, wish);
  const [incident] = context.correlation.incidents;
  if (incident === undefined) throw new Error('These alerts give no incident');
  return buildIncidentPanelModel(incident, context);
}

const escalate = 'Escalate the alert to the information security team.';

describe('the incident panel', () => {
  const story = attackStory();

  it('lists the alerts in order of time with the silence before each', () => {
    const { alerts } = built(story).model;
    expect(alerts.map(({ title, gap }) => [title, gap])).toEqual([
      ['Successful SSH brute-force attack', undefined],
      ['Digital currency mining process started', hour],
      ['Suspicious scheduled task added', 24 * minute],
      ['Possible outgoing port scan', 21 * minute],
      ['Communication with a suspicious domain', 115 * minute],
    ]);
  });

  it('shows a member that is not in the list from what the incident says, and says so', () => {
    const { alerts, header } = built(story).model;
    const missing = alerts.find(({ alertKey }) => alertKey === undefined);
    expect(missing).toMatchObject({ title: 'Possible outgoing port scan', status: 'Not in the list' });
    expect(header.notices.map(({ text }) => text)).toEqual([
      '1 alert of 5 is not in the list; what is shown of it comes from the incident itself.',
    ]);
  });

  it('names each address once, those known to threat intelligence first', () => {
    expect(built(story).model.addresses).toEqual([
      {
        address: '203.0.113.77',
        place: 'Amsterdam, Netherlands',
        network: 'Example Hosting B.V. (AS64500)',
        alerts: 3,
        threats: ['Conficker (Botnet)'],
      },
      { address: '198.51.100.9', place: 'Iceland', network: 'AS64511', alerts: 1, threats: [] },
    ]);
  });

  it('names the target resources and leads to their pages in the portal', () => {
    const { model, actions } = built(story);
    const [resource] = model.resources;
    expect(resource).toMatchObject({ name: 'shop-web-01', type: 'Virtual machine', scope: 'shop', alerts: 4 });
    const link = resource?.link;
    expect(link?.kind === 'open' && actions.links.get(link.linkId)).toBe(
      `https://portal.azure.com/#@contoso-tenant/resource${virtualMachine('shop-web-01')}`,
    );
  });

  it('lights the stages of the kill chain that were reached', () => {
    expect(built(story).model.killChain.map(({ label, reached }) => `${label} ${String(reached)}`)).toEqual([
      'Reconnaissance false',
      'Initial access true',
      'Execution true',
      'Foothold true',
      'Spread and control true',
      'Exfiltration and impact false',
    ]);
  });

  it('asks once for a step that several alerts share, and decides for all of them', () => {
    const { model, checklistAlerts } = built(story);
    const all = model.checklist.groups.flatMap(({ steps }) => steps);
    const shared = all.filter(({ blocks }) => JSON.stringify(blocks).includes(escalate));
    expect(shared).toHaveLength(1);
    expect(shared[0]?.alsoIn).toEqual([
      'Digital currency mining process started',
      'Suspicious scheduled task added',
      'Security incident detected on a compromised machine',
    ]);
    expect(sharedSteps(checklistAlerts, shared[0]?.stepKey ?? '')).toHaveLength(4);
    expect(sharedSteps(checklistAlerts, 'no such step')).toEqual([]);
  });

  it('loses no nested step that only a later alert has under the same words', () => {
    const [first, second, ...others] = story;
    const { model } = built([
      { ...(first ?? anAlert()), remediationSteps: ['1. Do this:\n   - One'] },
      { ...(second ?? anAlert()), remediationSteps: ['1. Do this:\n   - One\n   - Two'] },
      ...others,
    ]);
    expect(JSON.stringify(model.checklist)).toContain('Two');
  });

  it('shows the newest decision on a shared step, whichever alert it was made on', () => {
    const [brute, miner] = story;
    const key = stepsOfAlert(brute ?? anAlert()).find((step) => JSON.stringify(step).includes(escalate))?.key ?? '';
    const decisions = new Map([
      [brute?.key, new Map([[key, aDecision('done', noon)]])],
      [miner?.key, new Map([[key, aDecision('skipped', noon + minute, 'told them by phone')]])],
    ]);
    const { checklist } = built(story, { progressOf: (alertKey) => decisions.get(alertKey) ?? new Map() }).model;
    const step = checklist.groups[0]?.steps.find(({ stepKey }) => stepKey === key);
    expect(step).toMatchObject({ state: 'skipped', reason: 'told them by phone' });
  });

  it('retells what happened where the service tells nothing', () => {
    const on = [virtualMachine('db-1')];
    const { model } = built([
      anAlert({
        called: 'a',
        alertType: 'VM_a',
        displayName: 'Port scan',
        intent: 'Reconnaissance',
        on,
        startTime: noon,
      }),
      anAlert({
        called: 'b',
        alertType: 'VM_b',
        displayName: 'Sign-in',
        intent: 'InitialAccess',
        on,
        startTime: noon + hour,
      }),
      anAlert({
        called: 'c',
        alertType: 'VM_c',
        displayName: 'Script',
        intent: 'Execution',
        on,
        startTime: noon + 2 * hour,
      }),
    ]);
    expect(model.triggerFromService).toBe(false);
    expect(model.header.links.map(({ label }) => label)).toEqual(['Alerts in Azure portal']);
    expect(model.trigger.pieces.join('')).toBe(
      'It began with “Port scan” on db-1. 2 more alerts followed, from reconnaissance to execution.',
    );
  });

  it.each([
    ['active', { now: noon + 2 * hour }, 'Still active'],
    ['quiet', { now: noon + 3 * day }, 'Gone quiet'],
  ] as const)('answers whether it is still active: %s', (state, wish, label) => {
    const { activity } = built(story, wish).model.header;
    expect(activity).toMatchObject({ state, label, at: noon + 80 * minute });
    expect(activity.reason).toMatch(/^4 alerts are open/);
  });

  it('counts an incident as closed when somebody closed it in Defender for Cloud, as the sidebar does', () => {
    const closed = story.map((alert) => (alert.isIncident ? { ...alert, status: 'Dismissed' as const } : alert));
    expect(built(closed).model.header.activity).toMatchObject({
      state: 'closed',
      reason: 'The incident was dismissed in Defender for Cloud. Last seen',
    });
  });

  it('knows no activity where no member is in the list and no time is known', () => {
    const lonely = aServiceIncident('x', [aMemberEntity(['2517000000000000000_nobody'])], { on: [] });
    const { startTime: _, endTime: __, ...timeless } = lonely;
    expect(built([timeless]).model.header.activity).toMatchObject({ state: 'unknown' });
  });

  it.each(hostileTexts)('holds display text only, with %j in every field', (text) => {
    const hostile = aHostileAlert(text);
    const alerts = [
      hostile,
      aServiceIncident(
        'i',
        [
          aMemberEntity([hostile.systemAlertId]),
          aMemberEntity(['gone'], { displayName: text, compromisedEntity: text }),
        ],
        { displayName: text, description: text, productName: text },
      ),
    ];
    const { model } = built(alerts);
    expect(panelModel(model)).toBe(true);
    for (const [path, shown] of stringsIn(model)) {
      if (/\.(alertKey|stepKey|id|incidentId)$/.test(path) && !path.startsWith('.resources')) continue;
      expect(shown, path).not.toMatch(invisible);
    }
  });

  it('holds 500 members', () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      anAlert({
        called: `m${String(at)}`,
        startTime: noon + at * minute,
        remediationSteps: [`1. Check ${String(at)}`, `2. ${escalate}`],
      }),
    );
    const { model } = built([
      ...many,
      aServiceIncident(
        'big',
        many.map(({ systemAlertId }) => aMemberEntity([systemAlertId])),
      ),
    ]);
    expect(model.alerts).toHaveLength(500);
    expect(model.checklist.total).toBe(501);
  });
});

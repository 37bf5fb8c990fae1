import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/domain/alert.ts';
import { comparisonPanelModel, type ComparisonPanelModel } from '../../../src/protocol/comparisonPanelModel.ts';
import { buildComparisonPanelModel } from '../../../src/services/viewModels/buildComparisonPanelModel.ts';
import { aMemberEntity, aServiceIncident, minute, noon, virtualMachine } from '../../builders/alert.ts';
import { anAddress, at } from '../../builders/correlationWorld.ts';
import { aHostileAlert } from '../../builders/hostileAlert.ts';
import { hostileTexts, invisible, stringsIn } from '../../builders/hostileText.ts';
import { aPanelContext, aPanelContextFor } from '../../builders/panelContext.ts';
import { aWalk } from '../../builders/walk.ts';

const walk = aWalk();

function compared(one: Alert, other: Alert, alerts = walk.alerts): ComparisonPanelModel {
  const { model } = buildComparisonPanelModel(one, other, aPanelContextFor(one, alerts));
  expect(comparisonPanelModel(model)).toBe(true);
  return model;
}

describe('two alerts compared', () => {
  it('are shown in order of time, with what each is about', () => {
    const { alerts } = compared(walk.last, walk.first);
    expect(alerts.map(({ title }) => title)).toEqual(['Traffic from an address of a scanner', 'Files encrypted']);
    expect(alerts[1]).toEqual({
      alertKey: walk.last.key,
      title: 'Files encrypted',
      severity: { level: 'High' },
      alertType: 'Ransom',
      resource: 'files-03',
      tactics: ['Impact'],
      time: walk.last.startTime,
      tenant: 'contoso-tenant',
    });
  });

  it('are together by the links that lead from one to the other', () => {
    const { together, title, sentence, path, incidents, tie } = compared(walk.last, walk.first);
    expect([together, title, sentence]).toEqual([
      'incident',
      'Together in one incident',
      '2 links lead from one to the other.',
    ]);
    expect(path.map(({ from, to }) => [from.alertKey, to.alertKey])).toEqual([
      [walk.first.key, walk.middle.key],
      [walk.middle.key, walk.last.key],
    ]);
    expect(incidents).toHaveLength(1);
    // The ends name nothing in common.
    expect(tie).toBeUndefined();
  });

  it('say in one link all that there is to say, where one link ties them', () => {
    const { sentence, path, tie } = compared(walk.first, walk.middle);
    expect([sentence, path.length, tie]).toEqual(['One link ties the two together.', 1, undefined]);
  });

  it('are apart by what kept them so, with what both name all the same', () => {
    const elsewhere = at(noon + 18 * 60 * minute, 'elsewhere', { alertType: 'B', on: [virtualMachine('gate-01')] });
    const { together, title, sentence, path, incidents, tie } = compared(walk.first, elsewhere, [
      ...walk.alerts,
      elsewhere,
    ]);
    expect([together, title, path, incidents]).toEqual(['no', 'Not together', [], []]);
    expect(sentence).toMatch(/^Both name the resource gate-01, 18 hours apart: \d+% likely .* is needed\.$/);
    expect(tie?.shared.map(({ name }) => name)).toEqual(['gate-01']);
  });

  it('are related where their group is no incident, and say why not', () => {
    const series = ['a', 'b'].map((called, index) =>
      at(noon + index * minute, called, { on: [virtualMachine(called)], entities: [anAddress('203.0.113.7')] }),
    ) as [Alert, Alert];
    const { together, sentence } = compared(...series, series);
    expect([together, sentence]).toEqual([
      'group',
      'One link ties the two together. One detector says the same again: that is a series of alerts, not an attack that goes on.',
    ]);
  });

  it('are together by the word of the service where no links lead from one to the other', () => {
    const two = ['a', 'b'].map((called) => at(noon, called, { on: [virtualMachine(called)] })) as [Alert, Alert];
    const incident = aServiceIncident(
      'i',
      two.map(({ systemAlertId }) => aMemberEntity([systemAlertId])),
    );
    const { together, sentence, incidents } = compared(...two, [...two, incident]);
    expect([together, incidents.length]).toEqual(['incident', 1]);
    expect(sentence).toBe(
      'Defender for Cloud names both in one incident; no links lead from one to the other. The two name nothing in common.',
    );
  });

  it('are shown before the answer is there', () => {
    const { model } = buildComparisonPanelModel(walk.first, walk.last, aPanelContext(walk.alerts));
    expect([model.together, model.title, model.alerts.length]).toEqual(['unknown', 'Comparing…', 2]);
  });

  it('may be one and the same', () => expect(compared(walk.first, walk.first).title).toBe('One and the same alert'));

  it.each(hostileTexts)('are display text, with %j in every field', (text) => {
    const two = [aHostileAlert(text, 'one'), { ...aHostileAlert(text, 'two'), alertType: 'B' }] as const;
    for (const [path, shown] of stringsIn(compared(...two, two))) {
      expect(shown, path).not.toMatch(invisible);
      expect(shown, path).not.toContain('\n');
    }
  });
});

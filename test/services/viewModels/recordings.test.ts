import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { isSkippedRow, mapAlert } from '../../../src/azure/mapAlert.ts';
import type { Alert } from '../../../src/domain/alert.ts';
import type { Json } from '../../../src/domain/json.ts';
import { alertPanelModel } from '../../../src/protocol/alertPanelModel.ts';
import { incidentPanelModel } from '../../../src/protocol/incidentPanelModel.ts';
import { buildAlertPanelModel } from '../../../src/services/viewModels/buildAlertPanelModel.ts';
import { buildIncidentPanelModel } from '../../../src/services/viewModels/buildIncidentPanelModel.ts';
import { subscriptionA } from '../../builders/alert.ts';
import { stringsIn } from '../../builders/hostileText.ts';
import { aPanelContext } from '../../builders/panelContext.ts';

const folder = '../shared/data';
const absent = !existsSync(folder);

function alertsOf(file: string): Alert[] {
  const { value } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as { value: readonly Json[] };
  return value.flatMap((row) => {
    const mapped = mapAlert(row, { subscriptionId: subscriptionA });
    return isSkippedRow(mapped) ? [] : [mapped];
  });
}

describe.skipIf(absent)('panels of recorded alerts (skipped where ../shared/data is absent)', () => {
  let alerts: Alert[] = [];
  beforeAll(() => {
    alerts = alertsOf('recordings/list_2022-01-01_page1.json');
  });

  it('show all 167 alerts, each with its entities, its extended properties and no dangling reference', () => {
    const context = aPanelContext(alerts);
    expect(alerts).toHaveLength(167);
    for (const alert of alerts) {
      const { model } = buildAlertPanelModel(alert, context);
      expect(alertPanelModel(model)).toBe(true);
      expect(model.entities.flatMap(({ entities }) => entities)).toHaveLength(alert.entities.length);
      expect(JSON.stringify(model.entities)).not.toContain('"missing"');
      const told = alert.extendedProperties.filter(({ value }) => value !== '');
      expect(model.properties).toHaveLength(told.length);
    }
  });

  it('call every recorded entity by a name of its own', () => {
    const context = aPanelContext(alerts);
    const unnamed = alerts
      .flatMap((alert) => buildAlertPanelModel(alert, context).model.entities)
      .flatMap(({ entities }) => entities.map(({ title }) => title))
      .filter((title) => title.startsWith('Unnamed'));
    const placeholders = alerts
      .flatMap(({ entities }) => entities)
      .filter(({ properties }) => properties['isValid'] === false);
    // What the service itself marks as a placeholder has no name to show, except where it has an identifier.
    expect(unnamed).toHaveLength(9);
    expect(placeholders.length).toBeGreaterThanOrEqual(unnamed.length);
  });

  it('know every recorded entity type', () => {
    const context = aPanelContext(alerts);
    const labels = alerts.flatMap((alert) =>
      buildAlertPanelModel(alert, context).model.entities.map(({ label }) => label),
    );
    expect(labels.filter((label) => label.includes('unknown type'))).toEqual([]);
  });

  it('show the recorded incidents with their members', () => {
    const context = aPanelContext(alertsOf('incidents/incidents_projected_to_arm.json'));
    const declared = context.correlation.incidents.filter(({ origin }) => origin !== 'local');
    expect(declared.length).toBeGreaterThanOrEqual(2);
    for (const incident of declared) {
      const { model } = buildIncidentPanelModel(incident, context);
      expect(incidentPanelModel(model)).toBe(true);
      expect(model.alerts).toHaveLength(incident.members.length);
      expect([...stringsIn(model)].some(([, text]) => text.includes('undefined'))).toBe(false);
    }
  });
});

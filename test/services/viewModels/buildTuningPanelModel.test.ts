import { describe, expect, it } from 'vitest';
import { pageModel } from '../../../src/protocol/panelModel.ts';
import { anAlert, anEntity, hour, noon, virtualMachine } from '../../builders/alert.ts';
import { anAddress } from '../../builders/correlationWorld.ts';
import { hostileTexts } from '../../builders/hostileText.ts';
import { aTuningModel } from '../../builders/tuningModel.ts';

describe('the panel in which correlation is tuned', () => {
  it('crosses the wire, with everything in it and with nothing', () => {
    expect(pageModel(aTuningModel())).toBe(true);
    expect(pageModel(aTuningModel({ alerts: [], edit: {} }))).toBe(true);
  });

  it('knows whether there is anything to apply', () => {
    expect(aTuningModel({ edit: {} })).toMatchObject({ changed: false, canApply: true, preview: { basis: 'none' } });
    expect(aTuningModel({ edit: { precision: 80 } })).toMatchObject({ changed: true, canApply: true });
    expect(aTuningModel({ edit: { timeSpan: 91 } })).toMatchObject({ changed: true, canApply: false });
  });

  it('names what cannot be used by field and line', () => {
    const { problems } = aTuningModel({
      edit: { timeSpan: 0, addresses: ['203.0.113.7', '', 'office'], accounts: ['@x'] },
    });
    expect(problems).toEqual([
      { field: 'timeSpan', line: 0, text: 'The time span must be from 1 to 90 days.' },
      { field: 'addresses', line: 3, text: 'Line 3: “office” is no IP address or range, and is ignored.' },
      { field: 'accounts', line: 1, text: 'Line 1: “@x” is no account, and is ignored.' },
    ]);
  });

  it('offers hubs for the stop list until they are on it', () => {
    const offered = [{ part: 'addresses', entry: '198.51.100.9', alerts: 63 }];
    expect(aTuningModel({ edit: {} }).suggestions).toEqual(offered);
    expect(aTuningModel({ edit: { addresses: ['198.51.100.9'] } }).suggestions).toEqual([]);
  });

  it('lists alert types with their alerts, the excluded ones first, those without alerts included', () => {
    const { alertTypes } = aTuningModel({ edit: { excludedAlertTypes: ['vm_gone', 'VM_impact'] } });
    expect(alertTypes.slice(0, 3)).toEqual([
      { type: 'vm_gone', label: 'no alert in the list', title: 'vm_gone', alerts: 0 },
      { type: 'VM_Impact', label: 'VM_Impact', title: 'Impact on a machine of the shop', alerts: 6 },
      { type: 'AppServices_Scan0', label: 'AppServices_Scan0', title: 'Requests from the office network', alerts: 13 },
    ]);
  });

  it('tells what would change, with incidents to open as they are now, and alerts of those that would be', () => {
    const { preview } = aTuningModel({ edit: { timeSpan: 1 } });
    expect(preview.summary).toMatch(/^\d+ incidents unchanged, /);
    const [change] = preview.changes;
    expect(change?.before.every(({ incidentId }) => incidentId !== undefined)).toBe(true);
    expect(change?.after.every(({ incidentId, members }) => incidentId === undefined && members.length > 0)).toBe(true);
  });

  it('after a change, opens incidents as they have become', () => {
    const { preview } = aTuningModel({ edit: { timeSpan: 1 } });
    expect(preview.changes.length).toBeGreaterThan(0);
    const before = aTuningModel({ edit: {} });
    expect(before.preview.changes).toEqual([]);
  });

  it('is display text, whatever alerts say, and offers no name that would not be shown as it is', () => {
    for (const text of hostileTexts) {
      const alerts = Array.from({ length: 63 }, (_, turn) =>
        anAlert({
          called: `a${String(turn)}`,
          displayName: text,
          alertType: text,
          startTime: noon + turn * 8 * hour,
          endTime: noon + turn * 8 * hour,
          on: [virtualMachine(`m-${String(turn)}`)],
          entities: [anAddress(text), anEntity({ type: 'account', name: text, upnSuffix: 'contoso.example' })],
        }),
      );
      const model = aTuningModel({ alerts, edit: { addresses: [text.slice(0, 900)] } });
      expect(pageModel(model), text).toBe(true);
      const shown = [
        ...model.problems.map((each) => each.text),
        ...model.alertTypes.map(({ label, title }) => label + title),
      ];
      for (const each of [...shown, ...model.suggestions.map(({ entry }) => entry)]) {
        expect(each).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }
    }
  });
});

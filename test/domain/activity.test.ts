import { describe, expect, it } from 'vitest';
import { deriveActivity } from '../../src/domain/activity.ts';
import { anAlert, day, hour, noon } from '../builders/alert.ts';

const now = noon + hour;

describe('deriveActivity', () => {
  it('is active while an open alert was seen within a day', () => {
    expect(deriveActivity([anAlert(), anAlert({ called: 'b', status: 'Resolved' })], now)).toEqual({
      state: 'active',
      lastSeen: noon,
      openAlerts: 1,
    });
  });

  it('is quiet when open alerts have been silent for longer', () => {
    expect(deriveActivity([anAlert()], noon + day + 1).state).toBe('quiet');
  });

  it('is closed once every alert is resolved or dismissed, however fresh', () => {
    const alerts = [anAlert({ status: 'Resolved' }), anAlert({ called: 'b', status: 'Dismissed' })];
    expect(deriveActivity(alerts, now)).toEqual({ state: 'closed', resolved: 1, dismissed: 1, lastSeen: noon });
  });

  it('treats a status that it cannot read as open', () => {
    expect(deriveActivity([anAlert({ status: 'Unknown' })], now)).toMatchObject({ state: 'active', openAlerts: 1 });
  });

  it('says that it does not know when nothing has a time, or there is nothing', () => {
    const { startTime, endTime, ...timeless } = anAlert();
    expect(deriveActivity([timeless], now)).toEqual({ state: 'unknown', openAlerts: 1 });
    expect(deriveActivity([], now)).toEqual({ state: 'unknown', openAlerts: 0 });
  });
});

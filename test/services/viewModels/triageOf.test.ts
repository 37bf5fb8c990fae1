import { expect, it } from 'vitest';
import { alertActions, incidentActions } from '../../../src/services/statusActions.ts';
import { snoozeNotice, triageOf } from '../../../src/services/viewModels/triageOf.ts';
import { anAlert, noon } from '../../builders/alert.ts';
import { aPanelContext } from '../../builders/panelContext.ts';

const open = anAlert({ called: 'open' });
const closed = anAlert({ called: 'closed', status: 'Dismissed' });
const unknown = () => undefined;
const namesOf = (model: ReturnType<typeof triageOf>) => model.map(({ action }) => action);

it('offers what makes a difference to the alert', () => {
  const context = aPanelContext([open, closed]);
  expect(namesOf(triageOf(open.key, alertActions(open, unknown), context))).toEqual([
    'acknowledge',
    'resolve',
    'dismiss',
    'snooze',
  ]);
  expect(namesOf(triageOf(closed.key, alertActions(closed, unknown), context))).toContain('activate');
});

it('offers for an incident what makes a difference to one of its alerts', () => {
  const context = aPanelContext([open, closed]);
  expect(namesOf(triageOf('i', incidentActions([open, closed], unknown), context))).toEqual([
    'acknowledge',
    'resolve',
    'dismiss',
    'activate',
    'snooze',
  ]);
  expect(namesOf(triageOf('i', incidentActions([closed], unknown), context))).toEqual(['activate', 'snooze']);
});

it('names the missing role beside what is known to be refused, and nothing while that is not known', () => {
  const rights = () => ({ dismiss: false, resolve: true, activate: false });
  const model = triageOf(open.key, alertActions(open, rights), {});
  const refused = model.flatMap((each) => (each.refused === undefined ? [] : [each.action]));
  expect(refused).toEqual(['dismiss']);
  expect(model.find(({ action }) => action === 'dismiss')?.refused).toContain('Security Admin');
});

it('lets an incident be changed where one of its subscriptions allows it', () => {
  const elsewhere = anAlert({ called: 'b', subscriptionId: '22222222-2222-4222-8222-222222222222' });
  const rights = (id: string) => {
    const may = id === elsewhere.subscriptionId;
    return { dismiss: may, resolve: may, activate: may };
  };
  expect(incidentActions([open, elsewhere], rights).refused).toEqual([]);
  expect(incidentActions([open], rights).refused).toEqual(['dismiss', 'resolve', 'inProgress']);
});

it('says until when an item sleeps, and offers to wake it', () => {
  const context = aPanelContext([open], { asleep: new Map([[open.key, noon]]) });
  expect(namesOf(triageOf(open.key, alertActions(open, unknown), context))).toContain('wake');
  expect(snoozeNotice({ kind: 'alert', id: open.key }, context)[0]?.text).toBe('Snoozed until 10:00.');
  expect(snoozeNotice({ kind: 'incident', id: open.key }, context)[0]?.text).toContain('or until it gets a new alert');
  expect(snoozeNotice({ kind: 'alert', id: 'other' }, context)).toEqual([]);
});

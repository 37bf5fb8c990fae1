import { describe, expect, it } from 'vitest';
import { SourceChooser } from '../../src/azure/sourceChooser.ts';
import { noon } from '../builders/alert.ts';
import { aSubscription, subscriptionId } from './graph/twoSources.ts';
import { tenantA, tenantB } from './inProcessArm.ts';

const many = Array.from({ length: 33 }, (_, n) => aSubscription(n));
const few = Array.from({ length: 32 }, (_, n) => aSubscription(100 + n, tenantB));

const minute = 60_000;

describe('which source is asked first', () => {
  it('by itself Resource Graph for tenants with more than 32 subscriptions, the alerts API for others', () => {
    const { graph, alerts } = new SourceChooser('auto', { now: () => noon }).split([...many, ...few]);
    expect([...graph]).toEqual([[tenantA, many]]);
    expect(alerts).toEqual(few);
  });

  it('by choice always the same', () => {
    const all = [...many, ...few];
    expect(new SourceChooser('alerts', { now: () => noon }).split(all)).toEqual({ graph: new Map(), alerts: all });
    const { graph, alerts } = new SourceChooser('graph', { now: () => noon }).split(all);
    expect([[...graph.keys()], alerts]).toEqual([[tenantA, tenantB], []]);
  });

  it('the alerts API for a quarter of an hour after a change, since Resource Graph would show the old status', () => {
    const clock = { now: noon };
    const chooser = new SourceChooser('graph', { now: () => clock.now });
    chooser.changed(subscriptionId(3));
    clock.now += 15 * minute;
    expect(chooser.split(many).alerts).toEqual([aSubscription(3)]);
    clock.now += 1;
    expect(chooser.split(many).alerts).toEqual([]);
  });
});

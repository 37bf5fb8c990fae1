import { describe, expect, it } from 'vitest';
import { whyTogether } from '../../../../src/domain/correlation/why/whyTogether.ts';
import { attackStory } from '../../../builders/attackStory.ts';
import { aLink, aLinkedIncident } from '../../../builders/linkedIncident.ts';
import { aPanelContext } from '../../../builders/panelContext.ts';

const incident = {
  ...aLinkedIncident(aPanelContext(attackStory())),
  links: [aLink('a', 'b'), aLink('b', 'c'), aLink('b', 'd'), aLink('x', 'y')],
};
const between = (from: string, to: string): readonly string[] | undefined =>
  whyTogether(incident, aLink(from, to).from, aLink(from, to).to)?.map((link) =>
    incident.links.indexOf(link).toString(),
  );

describe('why two alerts are in one incident', () => {
  it('is the links that lead from one to the other, in order, in either direction', () => {
    expect(between('a', 'd')).toEqual(['0', '2']);
    expect(between('d', 'a')).toEqual(['2', '0']);
    expect(between('c', 'd')).toEqual(['1', '2']);
  });

  it('needs no link from an alert to itself', () => expect(between('a', 'a')).toEqual([]));

  it('is unknown where no links lead, as for an alert that only the service names', () => {
    expect(between('a', 'x')).toBeUndefined();
    expect(between('a', 'nowhere')).toBeUndefined();
  });
});

import type { AzureFailure } from '../../domain/azureFailure.ts';
import { problemIcon, type NodeIcon } from '../tree/nodeIcon.ts';

/** Each cause by a shape of its own, so that many rows can be told apart at a glance; the rest is a warning. */
const shapes: Partial<Readonly<Record<AzureFailure['kind'], string>>> = {
  notSignedIn: 'account',
  forbidden: 'lock',
  notRegistered: 'circle-slash',
  throttled: 'watch',
  offline: 'debug-disconnect',
};

export function failureIcon({ kind }: AzureFailure): NodeIcon {
  const name = shapes[kind];
  return name === undefined ? problemIcon : { ...problemIcon, name };
}

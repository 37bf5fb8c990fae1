import { isMap, type YAMLMap } from 'yaml';
import { parameters } from '../../../domain/remediation/commands/parameters.ts';
import { placeholdersIn } from '../../../domain/remediation/commands/placeholders.ts';
import type { Expectation, Verification } from '../../../domain/remediation/runbooks/verification.ts';
import { verifyKeys } from './runbookSchema.ts';
import type { YamlReader } from './yamlReader.ts';

const resourcePath = /^\{[A-Za-z]+\}(?:\/[A-Za-z0-9{}_][A-Za-z0-9{}_.-]*)*$/;
const version = /^20\d\d-\d\d-\d\d(?:-preview)?$/;
const propertyPath = /^[A-Za-z]+(?:\[\])?(?:\.[A-Za-z]+(?:\[\])?)*$/;

/** How the step proves itself; undefined where nothing says so, or nothing that can be checked. */
export function readVerification(reader: YamlReader, step: YAMLMap): Verification | undefined {
  const node = reader.child(step, 'verify');
  if (node === undefined) return undefined;
  const map = reader.map(node, verifyKeys, '"verify"');
  if (map === undefined) return undefined;
  const resource = matching(reader, map, 'resource', resourcePath, 'a {parameter} with a path below it');
  const apiVersion = matching(reader, map, 'apiVersion', version, 'a date such as 2023-09-01');
  const property = matching(reader, map, 'property', propertyPath, 'a path such as properties.access');
  const expect = readExpectation(reader, map);
  if (resource === undefined || apiVersion === undefined || property === undefined || expect === undefined) return;
  const [first = ''] = placeholdersIn(resource);
  const unknown = placeholdersIn(resource + JSON.stringify(expect)).find((name) => !parameters.has(name));
  if (unknown !== undefined || parameters.get(first)?.type !== 'resourceId') {
    reader.note(
      node,
      unknown === undefined ? `{${first}} is not the id of a resource` : `There is no parameter {${unknown}}`,
    );
    return undefined;
  }
  return { resource, apiVersion, property, expect };
}

function matching(reader: YamlReader, map: YAMLMap, key: string, pattern: RegExp, is: string): string | undefined {
  const text = reader.text(map, key, 300, true);
  if (text === undefined || pattern.test(text)) return text;
  reader.note(reader.child(map, key), `"${key}" is not ${is}`);
  return undefined;
}

const words = ['equals', 'oneOf', 'includes', 'absent', 'present', 'gone'];

function readExpectation(reader: YamlReader, map: YAMLMap): Expectation | undefined {
  const node = reader.child(map, 'expect');
  if (node === undefined) {
    reader.note(map, '"expect" is missing');
    return undefined;
  }
  if (!isMap(node)) {
    const value = reader.json(node);
    if (value !== undefined && !Array.isArray(value)) return { equals: value };
    reader.note(node, '"expect" is not a value');
    return undefined;
  }
  reader.map(node, words, '"expect"');
  const [key] = words.filter((word) => node.has(word));
  const value = key === undefined ? undefined : reader.json(reader.child(node, key));
  if (key === 'equals' && value !== undefined) return { equals: value };
  if (key === 'includes' && value !== undefined) return { includes: value };
  if (key === 'oneOf' && Array.isArray(value)) return { oneOf: value };
  if (key === 'absent' && value === true) return { absent: true };
  if (key === 'present' && value === true) return { present: true };
  if (key === 'gone' && value === true) return { gone: true };
  reader.note(node, `"expect" is one of ${words.join(', ')} with a value`);
  return undefined;
}

import { describe, expect, it } from 'vitest';
import { humanizeName } from '../../../src/services/viewModels/humanizeName.ts';

describe('a property name in words', () => {
  it.each([
    ['killChainIntent', 'Kill chain intent'],
    ['source IP(s) [Number of attempts]', 'Source IP(s) [Number of attempts]'],
    ['azureID', 'Azure ID'],
    ['oSFamily', 'OS family'],
    ['osVersion', 'OS version'],
    ['omsAgentID', 'OMS agent ID'],
    ['aadUserId', 'Entra user ID'],
    ['creationTimeUtc', 'Creation time (UTC)'],
    ['fileHashes', 'File hashes'],
    ['resourceType', 'Resource type'],
    ['', ''],
    ['\u202Ename', '⟨U+202E⟩name'],
    ['constructor', 'Constructor'],
  ])('%j is %j', (name, words) => {
    expect(humanizeName(name)).toBe(words);
  });
});

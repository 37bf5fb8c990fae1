import { describe, expect, it } from 'vitest';
import { fillIn } from '../../../src/sample/wire/fillIn.ts';

describe('filling in facts', () => {
  it('replaces every name in braces', () => {
    expect(fillIn('{ip} reached {resource} from {ip}.', { ip: '192.0.2.1', resource: 'vm-1' })).toBe(
      '192.0.2.1 reached vm-1 from 192.0.2.1.',
    );
  });

  it('leaves unresolved placeholders and JSON alone', () => {
    const text = 'Ask %{User Name}. {"kind":"Link"}';
    expect(fillIn(text, {})).toBe(text);
  });

  it('does not fill in what a fact says in braces', () => {
    expect(fillIn('{a}', { a: '{b}', b: 'c' })).toBe('{b}');
  });

  it('refuses a text whose fact was forgotten', () => {
    expect(() => fillIn('{ip}', {})).toThrow('No fact "ip"');
  });
});

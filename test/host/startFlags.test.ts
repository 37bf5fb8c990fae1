import { describe, expect, it } from 'vitest';
import { HostError } from './hostError.ts';
import { parseStartFlags } from './startFlags.ts';

describe('parseStartFlags', () => {
  it('opens a browser on a port of its own choice unless told otherwise', () => {
    expect(parseStartFlags([])).toEqual({ port: undefined, open: true, desktop: false, vsix: undefined, help: false });
  });

  it('reads every option', () => {
    expect(parseStartFlags(['--port', '8080', '--no-open', '--desktop', '--vsix=a.vsix', '--help'])).toEqual({
      port: 8080,
      open: false,
      desktop: true,
      vsix: 'a.vsix',
      help: true,
    });
  });

  it.each(['0', '65536', '-1', '80.5', '1e3', 'http', ''])('refuses the port "%s" and says what a port is', (port) => {
    expect(() => parseStartFlags([`--port=${port}`])).toThrow(HostError);
  });

  it('answers an unknown option with the options that there are', () => {
    expect(() => parseStartFlags(['--prot', '80'])).toThrow(
      expect.objectContaining({ advice: expect.stringContaining('--port NUMBER') as string }) as Error,
    );
  });
});

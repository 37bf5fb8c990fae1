import { describe, expect, it } from 'vitest';
import { launchOf } from '../../../src/response/tools/launch.ts';

const args = ['network', 'nsg', '--name=a&b'];

describe('starting a tool without a shell', () => {
  it('starts a program as it is', () => {
    expect(launchOf('/usr/bin/az', args, 'linux', () => false)).toEqual({ file: '/usr/bin/az', args });
    const file = 'C:\\tools\\kubectl.exe';
    expect(launchOf(file, args, 'win32', () => false)).toEqual({ file, args });
  });

  it.each([
    ['the MSI', 'C:\\Azure\\CLI2\\wbin\\az.cmd', 'C:\\Azure\\CLI2\\python.exe'],
    ['pip', 'C:\\venv\\Scripts\\az.bat', 'C:\\venv\\Scripts\\python.exe'],
  ])('calls the Python of the Azure CLI where %s put a batch file', (_, file, python) => {
    const launch = launchOf(file, args, 'win32', (candidate) => candidate === python);
    expect(launch).toEqual({ file: python, args: ['-IBm', 'azure.cli', ...args] });
  });

  it('starts no other batch file: cmd.exe would read its arguments', () => {
    expect(launchOf('C:\\Azure\\CLI2\\wbin\\az.cmd', args, 'win32', () => false)).toBeUndefined();
    expect(launchOf('C:\\tools\\kubectl.cmd', args, 'win32', () => true)).toBeUndefined();
  });
});

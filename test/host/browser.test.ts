import { describe, expect, it } from 'vitest';
import { browserLaunchOptions, installedBrowser, type Machine } from './browser.ts';

function machine(platform: NodeJS.Platform, files: readonly string[], env: Machine['env'] = {}): Machine {
  return { platform, env, isRoot: false, exists: (path) => files.includes(path) };
}

describe('installedBrowser', () => {
  it('finds Chromium in any folder of the PATH on Linux', () => {
    const linux = machine('linux', ['/opt/bin/chromium'], { PATH: '/usr/bin::/opt/bin' });
    expect(installedBrowser(linux)).toBe('/opt/bin/chromium');
  });

  it('prefers Chrome to Chromium, wherever on the PATH they are', () => {
    const linux = machine('linux', ['/usr/bin/chromium', '/opt/bin/google-chrome'], { PATH: '/usr/bin:/opt/bin' });
    expect(installedBrowser(linux)).toBe('/opt/bin/google-chrome');
  });

  it("finds Edge in a person's own Applications folder on macOS", () => {
    const edge = '/Users/ada/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(installedBrowser(machine('darwin', [edge], { HOME: '/Users/ada' }))).toBe(edge);
  });

  it('finds Chrome under the program folder that Windows names', () => {
    const chrome = 'D:\\Programs\\Google\\Chrome\\Application\\chrome.exe';
    expect(installedBrowser(machine('win32', [chrome], { ProgramFiles: 'D:\\Programs' }))).toBe(chrome);
  });

  it('takes the browser that CHROME_PATH names before any other', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/home/ada/chrome' };
    expect(installedBrowser(machine('linux', ['/usr/bin/chromium', '/home/ada/chrome'], env))).toBe('/home/ada/chrome');
  });

  it('ignores a CHROME_PATH that leads nowhere', () => {
    const env = { PATH: '/usr/bin', CHROME_PATH: '/gone' };
    expect(installedBrowser(machine('linux', ['/usr/bin/chromium'], env))).toBe('/usr/bin/chromium');
  });

  it('finds nothing on a machine without a browser', () => {
    expect(installedBrowser(machine('linux', [], { PATH: '/usr/bin' }))).toBeUndefined();
  });
});

describe('browserLaunchOptions', () => {
  const linux = machine('linux', ['/usr/bin/chromium'], { PATH: '/usr/bin' });

  it('keeps the sandbox, except for root, for whom Chromium refuses to start with it', async () => {
    const forPerson = await browserLaunchOptions(linux);
    const forRoot = await browserLaunchOptions({ ...linux, isRoot: true });
    expect(forPerson.args).not.toContain('--no-sandbox');
    expect(forRoot.args).toContain('--no-sandbox');
  });

  it('keeps the browser from calling home', async () => {
    const { args } = await browserLaunchOptions(linux);
    expect(args).toEqual(expect.arrayContaining(['--disable-background-networking', '--disable-component-update']));
  });

  it('says what to install where no browser can be brought along', async () => {
    await expect(browserLaunchOptions(machine('darwin', []))).rejects.toMatchObject({
      message: expect.stringContaining('No Chrome') as string,
      advice: expect.stringContaining('CHROME_PATH') as string,
    });
  });
});

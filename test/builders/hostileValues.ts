/** Texts by which an attacker could try to leave an argument, by family of what they aim at. */
const families = {
  markup: [
    '[x](command:workbench.action.terminal.new)',
    '\r```\r[x](command:y)',
    '<a href=command:x>',
    '$(icon)',
    '![](https://evil.example)',
  ],
  shell: [
    ...[
      "'",
      '"',
      "';reboot;'",
      '";reboot;"',
      '`reboot`',
      '$(reboot)',
      '${IFS}reboot',
      '$IFS$9reboot',
      '; reboot',
      '&& reboot',
    ],
    ...[
      '| reboot',
      '|| reboot',
      '& reboot',
      '> pwned',
      '< /etc/passwd',
      '>> pwned',
      '2>&1',
      '\\',
      '\\\\',
      "\\'",
      '!!',
      '!x',
      '~',
      '~root',
    ],
    ...[
      '*',
      '?',
      '[a-z]*',
      '{a,b}',
      '#',
      '%PATH%',
      '^&calc',
      '%0a',
      '$PATH',
      '$env:PATH',
      '@(1)',
      '$(touch pwned)',
      '`touch pwned`',
    ],
    ...[
      '\n',
      '\r',
      '\r\n',
      '\nreboot\n',
      '\0',
      '\u2028',
      '\u2029',
      '\u0085',
      '\u001b[201~reboot\r',
      '=ls',
      '<(ls)',
      '>(ls)',
      '"$(id)"',
    ],
    ...[
      '\u2018',
      '\u2019;reboot;\u2019',
      '\u201a',
      '\u201b',
      '\u201c',
      '\u201d',
      '(reboot)',
      '{reboot}',
      "a'b",
      "''",
      "'''",
      '--%',
    ],
  ],
  azure: [
    ...[
      '@/etc/passwd',
      '@-',
      'x=@/etc/passwd',
      '-h',
      '--help',
      '--subscription=other',
      '--ids a b',
      '--debug',
      '-',
      '--',
      '---',
    ],
    ...[
      '=',
      'a=b',
      'a b',
      ' a',
      'a ',
      '[?name]',
      "[?name=='x']",
      '{}',
      '[]',
      '/subscriptions/x/../y',
      '--output=json',
      '--yes',
    ],
  ],
  planted: ['az', './az', 'az.cmd', 'python.exe', '..\\az.bat'],
  terminal: [
    '\u001b]0;title\u0007',
    '\u001b]52;c;cmVib290\u0007',
    '\u001b[2J',
    '\u009b31m',
    '\u0007',
    '\u001bP1$r\u001b\\',
    '\b\b\b',
    '\u007f',
  ],
  path: [
    ...[
      '../../x',
      '..\\x',
      'C:x',
      'CON',
      'a:b',
      'x\0.md',
      '~/',
      '%2f..',
      'x.',
      'x ',
      '/etc/passwd',
      '\\\\host\\share',
      '.',
      '..',
    ],
    ...['a/../b', 'a/./b', 'file:///etc/passwd', 'nul', 'x'.repeat(300), 'https://evil.example/x', '//evil.example'],
  ],
  table: ['=1+1', '+1', '-1', '@SUM(1)', '\t=1', ';=1', ',=1', '\uff1d1', '"=cmd|x!A1"'],
  report: ['````', '---', '| a | b |', '{{x}}', '<!-- x -->', 'https://evil.example', '# x', '- [ ] x'],
  query: [
    '" | union *',
    "'); drop",
    '//',
    '.show tables',
    "$filter='x'",
    '?a=b#c',
    "' or 1=1 --",
    '&x=y',
    '#',
    '%00',
    '%27',
  ],
  unseen: [
    '\u202egnp.exe\u202c',
    'a\u200bb',
    '\ufeffa',
    '\u{E0041}',
    '\u3164',
    'a\ufe0f',
    '\ud800',
    '\u0430dmin',
    '\u2060',
  ],
} as const;

const payloads: readonly string[] = Object.values(families).flat();

/** Values that are sound, to be bent at one place. */
const sound = [
  ...[
    'web-1',
    'shop',
    'shopdata',
    '8.8.4.4',
    '2001:db8::1',
    'ada@shop.example',
    '3389',
    'api-7d9f',
    '2026-03-02T10:00:00Z',
  ],
  ...[
    '9d3c1f6a-5b7e-4c2d-8a1f-0e6b4d2c7a95',
    `sha256:${'0a'.repeat(32)}`,
    'shop/api',
    '8.8.4.4/32',
    'https://graph.example',
  ],
  '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/shop/providers/Microsoft.Compute/virtualMachines/web-1',
];

/** Each payload alone, before, behind and inside sound values, behind each other, and doubled: each text once. */
function bent(): ReadonlySet<string> {
  const all = new Set<string>(payloads);
  for (const payload of payloads) {
    for (const value of sound) {
      const middle = Math.floor(value.length / 2);
      all
        .add(payload + value)
        .add(value + payload)
        .add(value.slice(0, middle) + payload + value.slice(middle));
      all.add(`${value} ${payload}`).add(`${value}/${payload}`);
    }
    for (const other of payloads.slice(0, 12)) all.add(payload + other);
  }
  return all;
}

/** More than ten thousand different hostile values, the same ones at every run. */
export const hostileValues: readonly string[] = [...bent()];

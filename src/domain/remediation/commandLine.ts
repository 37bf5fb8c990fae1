/** Commands that vendors' remediation steps name, spelled as a shell needs them. */
const programs: ReadonlySet<string> = new Set(
  (
    'az azcopy kubectl helm docker crictl podman aws gcloud terraform git npm pip pip3 python python3 bash sh pwsh ' +
    'powershell powershell.exe cmd cmd.exe sudo su systemctl service journalctl ps pkill kill killall top ss netstat ' +
    'lsof iptables nft ufw ip chmod chown chattr rm mv cp cat grep find tar ls passwd usermod userdel useradd crontab ' +
    'apt apt-get yum dnf zypper rpm dpkg curl wget ssh scp openssl nslookup dig whois ping tracert traceroute net ' +
    'netsh sc sc.exe reg reg.exe schtasks wmic icacls taskkill tasklist wevtutil bcdedit vssadmin auditpol certutil ' +
    'sqlcmd psql mysql redis-cli clamscan freshclam setfacl auditctl ausearch last lastlog w who'
  ).split(' '),
);

const cmdlet =
  /^(?:Get|Set|New|Remove|Stop|Start|Restart|Disable|Enable|Invoke|Test|Add|Clear|Update|Register|Unregister|Uninstall|Install|Connect|Import|Export|Revoke|Suspend|Reset|Block|Unblock|Lock|Unlock|Search|Find)-[A-Z][A-Za-z]+$/;

/** Words of sentences. "docker containers should be stopped" starts like a command and is not one. */
const proseWord =
  /(?:^|\s)(?:the|a|an|is|are|was|were|be|been|should|must|may|can|could|will|would|this|that|these|those|your|their|its|it|you|and|or|if|to|of|has|have|with|any|all|as)(?=\s|$)/i;

const quoted = /"[^"]*"|'[^']*'/g;

/** Longest text taken for a command, in UTF-16 units: longer ones cannot be judged before they are pasted. */
const commandLimit = 2000;

const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

/**
 * True for text that may be offered for copying: one line, and nothing invisible in it. A line break or an escape
 * sequence would run the moment it is pasted into a terminal.
 */
export function isCopyable(text: string): boolean {
  return text !== '' && text.length <= commandLimit && !invisible.test(text);
}

/**
 * True for a line that is a bare command: a known program or cmdlet, then arguments, and no sentence. Back-ticks within
 * a line quote words of prose.
 */
export function isCommandLine(line: string): boolean {
  if (!isCopyable(line) || line.includes('`') || /[.!?:;,]$/.test(line)) return false;
  const [program = '', second] = line.split(/\s+/, 2);
  const known = cmdlet.test(program) || (programs.has(program) && second !== undefined);
  return known && !proseWord.test(line.replaceAll(quoted, '""'));
}

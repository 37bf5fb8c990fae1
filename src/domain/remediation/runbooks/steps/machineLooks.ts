import type { RunbookStep } from '../runbook.ts';
import { manualStep } from './manualStep.ts';

const runs = {
  Linux: { command: 'RunShellScript', account: 'root' },
  Windows: { command: 'RunPowerShellScript', account: 'SYSTEM' },
} as const;

/**
 * A look at the inside of a machine by Run Command, without signing in to it. It reads only, and yet is confirmed before it
 * runs: the agent writes script and output to the disk that is evidence. The answer is the last 4,096 bytes of the
 * output, so scripts print what matters last.
 */
function look(system: keyof typeof runs, id: string, title: string, instruction: string, script: string): RunbookStep {
  const { command, account } = runs[system];
  return {
    ...manualStep('triage', id, title, instruction, { risk: 'low' }),
    command: {
      tool: 'az',
      args: [
        ...['vm', 'run-command', 'invoke', '--resource-group={vmGroup}', '--name={vmName}', `--command-id=${command}`],
        ...[`--scripts=${script}`, '--query=value[].message', '--output=tsv'],
      ],
      changes: `Runs a script as ${account} on the machine. It only reads, but the agent leaves script and output on the disk.`,
    },
  };
}

export const linuxProcesses: RunbookStep = look(
  'Linux',
  'look-at-linux-processes',
  'Look at the processes (Linux)',
  'Lists processes with the busiest last. Look for names that imitate the kernel in brackets but have a parent other than 2, for programs in /tmp, /dev/shm or /var/tmp, and for children of web servers and databases. Do this before the machine is isolated, since the answer comes back over the internet; a rootkit can hide from it.',
  'ps -eo pid,ppid,user,lstart,pcpu,args --sort=pcpu --cols=160',
);

export const linuxConnections: RunbookStep = look(
  'Linux',
  'look-at-linux-connections',
  'Look at the open connections (Linux)',
  'Lists open connections with the process behind each. Look for shells and interpreters that hold a connection, for addresses that you cannot place, and for ports such as 3333, 4444, 5555 and 14444.',
  'ss -tunp',
);

export const linuxDeletedPrograms: RunbookStep = look(
  'Linux',
  'look-for-deleted-programs',
  'Look for running programs without a file (Linux)',
  'Lists processes whose program was deleted or never lay on a disk ("memfd:"). Software that was updated and not restarted shows up with its usual path; anything in memory or in /tmp does not belong there. Copy /proc/PID/exe away before you end such a process: it is the only sample.',
  'find /proc -maxdepth 2 -name exe -lname *deleted* -ls',
);

export const linuxStartups: RunbookStep = look(
  'Linux',
  'look-at-linux-startups',
  'Look at what starts by itself (Linux)',
  'Lists files of cron, systemd and login scripts whose status changed within a week, and what the loader preloads. The time of that change is hard to forge, unlike the one that "ls" shows. Nothing should preload a library on a server.',
  'find /etc/cron.d /etc/cron.hourly /etc/cron.daily /etc/crontab /var/spool/cron /etc/systemd/system /etc/init.d /etc/profile.d /etc/rc.local /root/.bashrc /root/.profile -ctime -7 -ls; cat /etc/ld.so.preload',
);

export const linuxKeys: RunbookStep = look(
  'Linux',
  'look-at-linux-keys',
  'Look at the SSH keys (Linux)',
  'Shows the keys that may sign in, and for which account. Compare each with the list of your team: the comment at the end of a key proves nothing. Keys can also lie where AuthorizedKeysFile or AuthorizedKeysCommand of sshd points.',
  'grep -r AuthorizedKeys /etc/ssh/sshd_config /etc/ssh/sshd_config.d; grep -H . /root/.ssh/authorized_keys /home/*/.ssh/authorized_keys',
);

export const linuxSignIns: RunbookStep = look(
  'Linux',
  'look-at-linux-sign-ins',
  'Look at the sign-ins (Linux)',
  'Lists the latest successful sign-ins with their addresses, and who is signed in now. A wtmp that begins shortly before the alert was emptied; then go by the logs that the machine sends away.',
  'last -n 25 -aiw; who -a',
);

export const linuxAccounts: RunbookStep = look(
  'Linux',
  'look-at-linux-accounts',
  'Look at the accounts (Linux)',
  'Shows when the files of accounts changed, who may become root, and the newest accounts. Look for a second account with the number 0, for service accounts with a shell, and for NOPASSWD rules that nobody ordered.',
  'grep -r NOPASSWD /etc/sudoers /etc/sudoers.d; getent group sudo wheel adm; ls -lc /etc/passwd /etc/shadow /etc/group; awk -F: /:0:/ /etc/passwd; tail -n 8 /etc/passwd',
);

export const linuxKernelModules: RunbookStep = look(
  'Linux',
  'look-at-kernel-modules',
  'Look at the kernel modules (Linux)',
  'Lists modules that were put on the disk within a month, what loads at start, and whether the kernel is tainted: 4096 in the sum stands for a module from outside, 8192 for one without a signature. A rootkit hides from all of this, so an empty answer clears nothing.',
  'find /lib/modules /etc/modules-load.d /etc/modprobe.d -type f -ctime -30 -ls; cat /etc/modules /etc/ld.so.preload; cat /proc/sys/kernel/tainted',
);

export const linuxWebFiles: RunbookStep = look(
  'Linux',
  'look-for-new-web-files',
  'Look for new files in the web folders (Linux)',
  'Lists files below the usual web folders that changed within a week. Compare them with what was deployed. Look for scripts in folders for uploads and images, and for small files that call eval, system or base64_decode.',
  'find /var/www /srv /usr/share/nginx /var/lib/tomcat* /opt -xdev -type f -ctime -7 -ls',
);

export const windowsConnections: RunbookStep = look(
  'Windows',
  'look-at-windows-connections',
  'Look at the open connections (Windows)',
  'Lists connections with the number and the program of the process behind each. Look for PowerShell, rundll32, regsvr32 or a program from a user folder that talks to the internet. Do this before the machine is isolated, since the answer comes back over the internet.',
  'netstat -bno -p TCP',
);

export const windowsAccounts: RunbookStep = look(
  'Windows',
  'look-at-windows-accounts',
  'Look at accounts and sessions (Windows)',
  'Shows the sessions, the local accounts with their last sign-in, and the members of Administrators. Look for a Guest that is enabled, names that end in "$", and members whom nobody added. On a domain controller look at the domain instead.',
  'quser; Get-LocalUser; Get-LocalGroupMember -Group Administrators',
);

export const windowsServices: RunbookStep = look(
  'Windows',
  'look-at-new-services',
  'Look at new services (Windows)',
  'Lists the latest services that were installed (event 7045). Look for random names, programs in a user or temporary folder, and lines that start cmd or PowerShell: remote tools such as PsExec show here, too.',
  'wevtutil qe System /q:*[System[EventID=7045]] /rd:true /c:6 /f:text',
);

export const windowsStartups: RunbookStep = look(
  'Windows',
  'look-at-windows-startups',
  'Look at what starts by itself (Windows)',
  'Lists tasks at the root of the task scheduler by time, and the programs that start at sign-in. Installers put their tasks into folders, so a task at the root with a random name deserves a look. Subscriptions of WMI are a third place, which this does not show.',
  'Get-ChildItem -Path C:/Windows/System32/Tasks -File; Get-ItemProperty -Path HKLM:/SOFTWARE/Microsoft/Windows/CurrentVersion/Run*',
);

export const windowsAntimalware: RunbookStep = look(
  'Windows',
  'look-at-windows-antimalware',
  'Look at the antimalware (Windows)',
  'Shows what Defender Antimalware excludes and whether its parts are on. RealTimeProtectionEnabled and IsTamperProtected should be True, and AMRunningMode "Normal" unless another product protects the machine. Exclusions of a whole drive, a user folder or of exe files are an attack or an invitation to one.',
  'Get-ItemProperty -Path HKLM:/SOFTWARE/Microsoft/Windows?Defender/Exclusions/*; Get-MpComputerStatus',
);

export const windowsDetections: RunbookStep = look(
  'Windows',
  'look-at-windows-detections',
  'Look at the detections of Defender (Windows)',
  'Lists what Defender Antimalware found and did most recently. An action that did not succeed, or the same threat again after its removal, means that something on the machine puts it back.',
  'Get-MpThreatDetection; Get-WinEvent -LogName Microsoft-Windows-Windows?Defender/Operational -MaxEvents 12',
);

export const linuxAntimalware: RunbookStep = look(
  'Linux',
  'look-at-linux-antimalware',
  'Look at the antimalware (Linux)',
  'Shows the health of Defender for Endpoint and its exclusions. real_time_protection_enabled should be true, and each exclusion one that your team ordered. "Command not found" means that the product was removed, or was never there.',
  'mdatp exclusion list; mdatp health',
);

export const windowsShadowCopies: RunbookStep = look(
  'Windows',
  'look-at-shadow-copies',
  'See which shadow copies are left (Windows)',
  'Lists the shadow copies and their times. None, where the machine used to make them, confirms the deletion. Backups of Azure are elsewhere and are not touched by what runs inside the machine.',
  'vssadmin list shadows',
);

export const windowsLogonHelpers: RunbookStep = look(
  'Windows',
  'look-at-accessibility-programs',
  'Compare the programs of the sign-in screen (Windows)',
  'Shows hashes of the accessibility programs beside that of cmd.exe, and debuggers that are set for them. One that has the hash of cmd.exe was replaced; a Debugger value starts another program in its place, with SYSTEM rights and before anybody signs in.',
  'Get-FileHash -Path C:/Windows/System32/cmd.exe,C:/Windows/System32/sethc.exe,C:/Windows/System32/utilman.exe,C:/Windows/System32/osk.exe,C:/Windows/System32/magnify.exe; Get-ItemProperty -Path HKLM:/SOFTWARE/Microsoft/Windows?NT/CurrentVersion/Image?File?Execution?Options/* -Name Debugger',
);

export const windowsClearedLogs: RunbookStep = look(
  'Windows',
  'look-at-cleared-logs',
  'See who cleared which log (Windows)',
  'Shows events 1102 (security log) and 104 (others) with the account that cleared the log, and since when each of the main logs reaches back. The clearing itself is always written down, unless the service was stopped.',
  'wevtutil gl Security; wevtutil qe System /q:*[System[EventID=104]] /rd:true /c:4 /f:text; wevtutil qe Security /q:*[System[EventID=1102]] /rd:true /c:3 /f:text',
);

export const windowsFirewall: RunbookStep = look(
  'Windows',
  'look-at-windows-firewall',
  'Look at changes of the firewall (Windows)',
  'Lists the latest changes of firewall rules and whether the profiles are on. The event names the program that added the rule; netsh or PowerShell from a user folder is suspicious, an installer in Program Files is usual.',
  'netsh advfirewall show allprofiles state; Get-WinEvent -LogName Microsoft-Windows-Windows?Firewall?With?Advanced?Security/Firewall -MaxEvents 12',
);

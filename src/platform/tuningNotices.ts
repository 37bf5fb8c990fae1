import type { SettingsProblem } from '../domain/correlation/tuning/correlationSettings.ts';
import type { Log } from '../services/ports.ts';
import { warn } from './notices.ts';

/** Says once for each state of the settings what in them cannot be used; the log says where it stands. */
export function tellOfSettings(log: Log): (problems: readonly SettingsProblem[]) => void {
  let told = '';
  return (problems) => {
    const places = problems.map((problem) =>
      problem.kind === 'badValue' ? problem.name : `${problem.part}[${String(problem.index)}]`,
    );
    if (places.join() === told) return;
    told = places.join();
    if (places.length === 0) return;
    for (const place of places) log.warn('correlation.settingIgnored', { place });
    warn('correlationSettingsIgnored');
  };
}

import type { Alert } from '../../domain/alert.ts';
import type { NoticeModel } from '../../protocol/noticeModel.ts';

/** The service marks the sample alerts that people can order from it in three ways; the type is the reliable one. */
export function isSample(alert: Alert): boolean {
  return alert.alertType.toUpperCase().startsWith('SIMULATED_');
}

export const sampleNotice: NoticeModel = {
  tone: 'info',
  text: 'Sample: Defender for Cloud generated it on request. Nothing happened to the resources it names.',
};

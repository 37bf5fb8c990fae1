import { html, type TemplateResult } from 'lit-html';
import { localTime, timeAgo, utcTime } from '../format/time.ts';

function timeElement(at: number, text: string, title: string): TemplateResult {
  return html`<time datetime=${new Date(at).toISOString()} title=${title}>${text}</time>`;
}

/** A moment in the person's locale, UTC on hover. */
export function moment(at: number): TemplateResult {
  return timeElement(at, localTime(at), utcTime(at));
}

/** "2 hours ago", with the exact moment on hover. */
export function ago(at: number, now: number): TemplateResult {
  return timeElement(at, timeAgo(at, now), `${localTime(at)} (${utcTime(at)})`);
}

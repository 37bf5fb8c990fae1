import { finite, object, oneOf, string, type Guarded } from './schema.ts';

/** Something to know before reading on: partial data, a sample, unreadable fields. `at`: epoch milliseconds. */
export const noticeModel = object({ tone: oneOf('info', 'warning'), text: string }, { at: finite });

export type NoticeModel = Guarded<typeof noticeModel>;

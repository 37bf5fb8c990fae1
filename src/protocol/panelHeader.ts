import { activityModel } from './activityModel.ts';
import { actionId, linkModel } from './linkModel.ts';
import { noticeModel } from './noticeModel.ts';
import { array, finite, object, oneOf, string, type Guarded } from './schema.ts';
import { triageModel } from './triageModel.ts';
import { severityModel } from './severityModel.ts';

const copyAction = object({ copyId: actionId, label: string });

/** What a person sees first, whatever the panel is about. Times are epoch milliseconds. */
export const panelHeader = object(
  {
    /** "Security incident" or "Alert": said in words, since an icon alone does not tell them apart. */
    kicker: string,
    icon: oneOf('incident', 'alert'),
    title: string,
    severity: severityModel,
    activity: activityModel,
    notices: array(noticeModel),
    links: array(linkModel),
    copies: array(copyAction),
    triage: triageModel,
  },
  { status: string, firstActivity: finite, lastActivity: finite },
);

export type PanelHeader = Guarded<typeof panelHeader>;

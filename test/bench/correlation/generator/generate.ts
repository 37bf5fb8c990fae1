import type { LabelledRow, Row } from '../row.ts';
import { testTemplates } from '../templates/test.ts';
import type { Template } from '../templates/template.ts';
import { tuningTemplates } from '../templates/tuning.ts';
import type { Campaign } from './campaign.ts';
import type { ConditionName } from './conditions.ts';
import { conditionNamed, templatesUnder } from './conditions.ts';
import type { Detector } from './detector.ts';
import { detectorNamed } from './detector.ts';
import { buildEstate } from './estate.ts';
import type { Habits, Tier } from './habits.ts';
import { drawHabits } from './habits.ts';
import type { NoiseWorld } from './noise.ts';
import { benignEvent, meanNoiseSize } from './noise.ts';
import { TimeQueue } from './queue.ts';
import { Random } from './random.ts';
import { writeServiceIncident } from './serviceIncident.ts';
import type { Sighting } from './sighting.ts';
import { Campaigns } from './situations.ts';
import { day, hour, minute, second } from './units.ts';
import { writeAlert } from './wireAlert.ts';
import { utc } from './wireTime.ts';

export interface GenerateOptions {
  readonly seed: number;
  readonly tier: Tier;
  /** Rows to deliver, duplicates, updates and service incidents among them. */
  readonly alerts: number;
  readonly templates: 'tuning' | 'test';
  /** What is unlike what the tier draws; `plain` where absent. */
  readonly condition?: ConditionName;
}

export const templateSets: Readonly<Record<GenerateOptions['templates'], readonly Template[]>> = {
  tuning: tuningTemplates,
  test: testTemplates,
};

/** 2026-03-02T00:00:00Z. */
const start = Date.UTC(2026, 2, 2);

/** Mean size of a campaign against its median: the log-normal's, less what is cut off and left out. */
const meanPerMedian = 1.35;

/**
 * Alerts of a made-up estate in the order of their delivery, with the truth. The same options give the same rows. Memory
 * holds the estate and what is on its way, not what was delivered.
 */
export function* generate(options: GenerateOptions): Generator<LabelledRow, undefined> {
  const random = new Random(`${options.seed} ${options.tier} ${options.templates}`);
  const condition = conditionNamed(options.condition ?? 'plain');
  const habits = { ...drawHabits(random, options.tier), ...condition.habits };
  const templates = templatesUnder(condition, random, templateSets[options.templates]);
  const alerts = condition.alerts ?? options.alerts;
  const world = buildWorld(random, habits, alerts, templates);
  const campaigns = new Campaigns(world, templates);
  const post = new Post(random, habits);
  const benignEvery = (habits.days * day * meanNoiseSize(habits)) / (alerts * (1 - habits.campaignShare));
  const campaignEvery = (habits.days * day * habits.medianSize * meanPerMedian) / (alerts * habits.campaignShare);
  let left = alerts;
  let nextBenign = start + random.waiting(benignEvery);
  let nextCampaign = start + random.waiting(campaignEvery);
  while (left > 0) {
    const now = Math.min(nextBenign, nextCampaign);
    for (const row of post.deliverUntil(now)) {
      if (left > 0) yield row;
      left -= 1;
    }
    if (nextBenign <= nextCampaign) {
      for (const sighting of benignEvent(world, nextBenign)) post.send(sighting);
      nextBenign += random.waiting(benignEvery);
    } else {
      for (const campaign of campaigns.begin(nextCampaign)) post.sendCampaign(campaign);
      nextCampaign += random.waiting(campaignEvery);
    }
  }
  return undefined;
}

function buildWorld(random: Random, habits: Habits, alerts: number, templates: readonly Template[]): NoiseWorld {
  const types = new Set(templates.flatMap(({ steps }) => steps.flatMap(({ fire }) => fire)));
  const told = [...types].map((type) => asToldHere(random, habits, detectorNamed(type)));
  const byType = new Map(told.map((detector) => [detector.alertType, detector]));
  const detectors = Map.groupBy(told, ({ kind }) => kind);
  const meanRate = habits.rate * Math.exp(habits.rateSigma ** 2 / 2);
  const count = Math.max(40, Math.round((alerts * (1 - habits.campaignShare)) / (habits.days * meanRate)));
  return { random, habits, estate: buildEstate(random, habits, count, detectors), detectors, byType, start };
}

/** A detector as this world has it: some never name an address or an account, some never a tactic. */
function asToldHere(random: Random, { blindDetectors, tacticLoss }: Habits, detector: Detector): Detector {
  const slots = detector.slots.filter(() => !random.chance(blindDetectors));
  const intent = random.chance(tacticLoss / 2) ? 'Unknown' : detector.intent;
  return { ...detector, slots, intent };
}

type Parcel =
  | { readonly kind: 'sighting'; readonly sighting: Sighting; readonly told?: Telling }
  | { readonly kind: 'again'; readonly row: Row; readonly campaign: string | undefined; readonly isUpdate: boolean }
  | { readonly kind: 'incident'; readonly telling: Telling };

/** Rows of one campaign that the service will make an incident of. */
interface Telling {
  readonly campaign: string;
  readonly rows: Row[];
}

/** Carries alerts to the list: late, twice, in a newer form, and together as an incident of the service. */
class Post {
  readonly #queue = new TimeQueue<Parcel>();
  readonly #random: Random;
  readonly #habits: Habits;
  #lastBenign: Row | undefined;

  constructor(random: Random, habits: Habits) {
    this.#random = random;
    this.#habits = habits;
  }

  send(sighting: Sighting, told?: Telling): void {
    this.#queue.push(sighting.time + this.#delay(), { kind: 'sighting', sighting, ...(told ? { told } : {}) });
  }

  sendCampaign({ name, sightings }: Campaign): void {
    const telling = this.#random.chance(this.#habits.serviceIncidents) ? { campaign: name, rows: [] } : undefined;
    for (const sighting of sightings) this.send(sighting, telling);
    const last = sightings.at(-1);
    if (telling === undefined || last === undefined) return;
    const late = this.#random.chance(0.2) ? this.#random.waiting(12 * hour) : this.#random.waiting(30 * minute);
    this.#queue.push(last.time + 5 * minute + late, { kind: 'incident', telling });
  }

  *deliverUntil(now: number): Generator<LabelledRow, undefined> {
    while (this.#queue.nextTime <= now) {
      const deliveredAt = this.#queue.nextTime;
      const parcel = this.#queue.pop();
      if (parcel === undefined) return undefined;
      const delivered = this.#open(parcel, deliveredAt);
      if (delivered !== undefined) yield delivered;
    }
    return undefined;
  }

  /** Median two minutes, 1% over six hours, never over three days. */
  #delay(): number {
    return Math.min(3 * day, this.#random.logNormal(2 * minute * this.#habits.delay, 2.23));
  }

  #open(parcel: Parcel, deliveredAt: number): LabelledRow | undefined {
    switch (parcel.kind) {
      case 'sighting':
        return this.#deliver(parcel.sighting, parcel.told, deliveredAt);
      case 'again':
        return labelled(parcel.isUpdate ? updated(parcel.row, deliveredAt) : parcel.row, parcel.campaign);
      case 'incident':
        return this.#declare(parcel.telling, deliveredAt);
    }
  }

  #deliver(sighting: Sighting, told: Telling | undefined, deliveredAt: number): LabelledRow {
    const random = this.#random;
    const { clockJitter, duplicates, updates } = this.#habits;
    const startTime = Math.round(sighting.time + random.between(-1, 1) * clockJitter * second);
    const endTime = startTime + (random.chance(0.5) ? 0 : Math.round(random.waiting(10 * minute)));
    const row = writeAlert(random, this.#habits, sighting, {
      startTime,
      endTime,
      deliveredAt: Math.round(deliveredAt),
    });
    const { campaign } = sighting;
    told?.rows.push(row);
    if (campaign === undefined) this.#lastBenign = row;
    const isUpdate = random.chance(updates);
    if (isUpdate || random.chance(duplicates)) {
      this.#queue.push(deliveredAt + random.waiting(3 * hour), { kind: 'again', row, campaign, isUpdate });
    }
    return labelled(row, campaign);
  }

  /** 60 to 100% of the members that have arrived, and one in fifty that is none. */
  #declare({ rows, campaign }: Telling, deliveredAt: number): LabelledRow | undefined {
    const random = this.#random;
    const share = random.between(0.6, 1);
    const members = rows
      .filter(() => random.chance(share))
      .map((row) => (random.chance(0.02) ? (this.#lastBenign ?? row) : row));
    const incident = members.length < 2 ? undefined : writeServiceIncident(random, members, Math.round(deliveredAt));
    return incident && labelled(incident, campaign);
  }
}

function labelled(row: Row, campaign: string | undefined): LabelledRow {
  return campaign === undefined ? { row } : { row, campaign };
}

function updated(row: Row, deliveredAt: number): Row {
  const time = utc(Math.round(deliveredAt));
  return { ...row, properties: { ...row.properties, endTimeUtc: time, processingEndTimeUtc: time } };
}

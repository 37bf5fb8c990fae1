import { parseWireTime } from '../azure/wire/wireTime.ts';

const [zero, dash, colon, dot] = [0x30, 0x2d, 0x3a, 0x2e];
const longestDay = 86_400_000;

/** More days than any list of alerts spans; a hostile one must not fill the memory. */
const keptDays = 10_000;

/**
 * `parseWireTime` for millions of times: the day is looked up, the time of day is read digit by digit. Whatever is not in
 * the service's usual form ("2026-03-02T10:00:00.1234567Z") is left to `parseWireTime` itself.
 */
export class WireTimes {
  /** By the digits of the date, read as one number. */
  readonly #days = new Map<number, number | undefined>();
  /** One alert tells several times of one day. */
  #lastDate = NaN;
  #lastDay: number | undefined;

  /** Epoch milliseconds, or undefined when the text is no time. */
  parse(text: string): number | undefined {
    const timeOfDay = readTimeOfDay(text);
    if (timeOfDay === undefined) return parseWireTime(text);
    const day = this.#dayOf(text);
    return day === undefined ? undefined : day + timeOfDay;
  }

  #dayOf(text: string): number | undefined {
    const date = (digits(text, 0, 4) * 100 + digits(text, 5, 7)) * 100 + digits(text, 8, 10);
    if (date === this.#lastDate) return this.#lastDay;
    this.#lastDate = date;
    this.#lastDay = this.#day(date, text);
    return this.#lastDay;
  }

  #day(date: number, text: string): number | undefined {
    const known = this.#days.get(date);
    if (known !== undefined) return known;
    const day = parseWireTime(`${text.slice(0, 10)}T00:00:00Z`);
    if (this.#days.size < keptDays) this.#days.set(date, day);
    return day;
  }
}

/** Milliseconds since midnight of a text in the usual form; undefined for any other. */
function readTimeOfDay(text: string): number | undefined {
  const last = text.length - 1;
  if (last < 19 || last > 29 || text.charCodeAt(last) !== 0x5a || text.charCodeAt(10) !== 0x54) return undefined;
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return undefined;
  if (text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return undefined;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (minute > 59 || second > 59) return undefined;
  const fraction = last === 19 ? 0 : readFraction(text, last);
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
  return time < longestDay ? time : undefined;
}

/** Milliseconds of ".1234567" before `end`, cut; not a number when it is none. */
function readFraction(text: string, end: number): number {
  if (text.charCodeAt(19) !== dot || end === 20 || Number.isNaN(digits(text, 20, end))) return NaN;
  const read = Math.min(end, 23);
  return digits(text, 20, read) * 10 ** (23 - read);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

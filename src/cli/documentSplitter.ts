import { PieceBytes } from './pieceBytes.ts';
import type { PieceSink, Splitter } from './splitter.ts';

const newline = 0x0a;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** The name under which a page holds its alerts. */
const pageName = Buffer.from('value');

/** How much of `"value": [` has been seen in an object that may be a page. */
const nothing = 0;
const nameSeen = 1;
const colonSeen = 2;

/**
 * Finds the alerts in pages, arrays of alerts or pages, and any sequence of these, without holding more than one alert.
 * Looks at brackets and strings only; whether a piece is JSON is for the parser to say. A string that a line break cuts
 * short is where it recovers: what was open is given up, and the next line begins anew.
 */
export class DocumentSplitter implements Splitter {
  readonly #sink: PieceSink;
  readonly #begun: PieceBytes;
  #line = 1;
  #element = 0;
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Depth at which the piece being read began, or -1 between pieces. A piece at its own depth is no object or array. */
  #pieceDepth = -1;
  #pieceLine = 1;
  /** Where the piece begins in the current chunk; 0 when it began in an earlier one. */
  #pieceStart = 0;
  /** Depth outside the page that is open, or -1. */
  #pageDepth = -1;
  /** Behind a page's alerts, where only its end matters. */
  #inPageTail = false;
  #nameMatched = -1;
  #pageSign = nothing;
  #recovering = false;

  constructor(sink: PieceSink, longest?: number) {
    this.#sink = sink;
    this.#begun = new PieceBytes(longest);
  }

  push(chunk: Buffer): void {
    this.#pieceStart = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#inString) {
        at = this.#readString(chunk, at);
        continue;
      }
      const byte = chunk[at] as number;
      if (byte === quote) this.#beginString(at);
      else if (byte === newline) this.#endLine(chunk, at);
      else if (byte > space) this.#readSign(chunk, at, byte);
      at += 1;
    }
    if (this.#pieceDepth >= 0) this.#begun.append(chunk.subarray(this.#pieceStart));
  }

  end(): void {
    const isOpen = this.#inString || (this.#pieceDepth >= 0 && this.#depth > this.#pieceDepth);
    const none = Buffer.alloc(0);
    if (!isOpen && this.#pieceDepth >= 0) this.#finishPiece(none, 0);
    if (isOpen) this.#sink.bad(this.#pieceLine, 'ends too early', this.#element);
    else if (this.#depth > 0) this.#sink.bad(this.#line, 'ends too early');
  }

  /** Reads up to the end of the string or of the chunk: where most of the bytes are. */
  #readString(chunk: Buffer, from: number): number {
    let at = from;
    if (this.#escaped) {
      this.#escaped = false;
      at += 1;
    }
    for (; at < chunk.length; at += 1) {
      const byte = chunk[at];
      if (byte === quote) {
        this.#inString = false;
        this.#pageSign = this.#nameMatched === pageName.length ? nameSeen : nothing;
        return at + 1;
      }
      if (byte === backslash) {
        this.#nameMatched = -1;
        at += 1;
        this.#escaped = at === chunk.length;
      } else if (byte === newline) {
        this.#recover();
        return at + 1;
      } else if (this.#nameMatched >= 0) {
        this.#nameMatched = byte === pageName[this.#nameMatched] ? this.#nameMatched + 1 : -1;
      }
    }
    return at;
  }

  #beginString(at: number): void {
    if (this.#pieceDepth < 0 && !this.#inPageTail) this.#beginPiece(at);
    this.#inString = true;
    this.#nameMatched = this.#mayBePage() ? 0 : -1;
  }

  #readSign(chunk: Buffer, at: number, byte: number): void {
    switch (byte) {
      case openBrace:
      case openBracket:
        this.#open(at, byte);
        break;
      case closeBrace:
      case closeBracket:
        this.#close(chunk, at);
        break;
      case comma:
        this.#pageSign = nothing;
        this.#endBarePiece(chunk, at);
        break;
      case colon:
        if (this.#pageSign === nameSeen) this.#pageSign = colonSeen;
        break;
      default:
        if (this.#pieceDepth < 0 && !this.#inPageTail) this.#beginPiece(at);
    }
  }

  #open(at: number, byte: number): void {
    if (this.#pieceDepth < 0 && !this.#inPageTail) {
      // The outermost array holds alerts or pages; an array further in is no alert, and is reported as one piece.
      if (byte === openBrace || this.#depth > 0) this.#beginPiece(at);
    } else if (byte === openBracket && this.#pageSign === colonSeen && this.#mayBePage()) {
      this.#pageDepth = this.#pieceDepth;
      this.#dropPiece();
      this.#element -= 1;
    }
    this.#pageSign = nothing;
    this.#depth += 1;
  }

  #close(chunk: Buffer, at: number): void {
    this.#endBarePiece(chunk, at);
    if (this.#depth === 0) {
      if (!this.#recovering) this.#sink.bad(this.#line, 'not JSON');
      return;
    }
    this.#depth -= 1;
    if (this.#pieceDepth === this.#depth) this.#finishPiece(chunk, at + 1);
    else if (this.#pieceDepth < 0 && this.#pageDepth >= 0) this.#closePage();
  }

  #closePage(): void {
    if (this.#depth === this.#pageDepth) {
      this.#inPageTail = false;
      this.#pageDepth = -1;
    } else if (this.#depth === this.#pageDepth + 1) {
      this.#inPageTail = true;
    }
  }

  /** Only objects of the two outermost levels can be pages, and only by a name of their own: alerts lie deeper in pages. */
  #mayBePage(): boolean {
    return this.#pieceDepth >= 0 && this.#pieceDepth <= 1 && this.#depth === this.#pieceDepth + 1;
  }

  #endLine(chunk: Buffer, at: number): void {
    this.#endBarePiece(chunk, at);
    this.#line += 1;
  }

  /** Ends a piece that no bracket ends: a number, a word, a text. */
  #endBarePiece(chunk: Buffer, at: number): void {
    if (this.#pieceDepth >= 0 && this.#pieceDepth === this.#depth) this.#finishPiece(chunk, at);
  }

  #beginPiece(at: number): void {
    this.#pieceDepth = this.#depth;
    this.#pieceLine = this.#line;
    this.#pieceStart = at;
    this.#element += 1;
  }

  #finishPiece(chunk: Buffer, to: number): void {
    const text = this.#begun.take(chunk.subarray(this.#pieceStart, to));
    if (text === undefined) this.#sink.bad(this.#pieceLine, 'larger than 512 MB', this.#element);
    else this.#sink.piece(text, this.#pieceLine, this.#element);
    this.#dropPiece();
  }

  #dropPiece(): void {
    this.#begun.clear();
    this.#pieceDepth = -1;
  }

  #recover(): void {
    this.#sink.bad(this.#pieceDepth < 0 ? this.#line : this.#pieceLine, 'not JSON');
    this.#dropPiece();
    this.#line += 1;
    this.#depth = 0;
    this.#pageDepth = -1;
    this.#inPageTail = false;
    this.#inString = false;
    this.#pageSign = nothing;
    this.#recovering = true;
  }
}

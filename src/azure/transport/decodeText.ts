import { TextDecoder } from 'node:util';

/**
 * The body as text, in the character set that its content type names, else UTF-8. Without a byte order mark: some
 * gateways add one, and JSON parsers refuse it.
 */
export function decodeText(body: Buffer, contentType = ''): string {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  return decoderOf(charset).decode(body);
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    // An unknown name: JSON is UTF-8 unless somebody says otherwise in words that can be understood.
    return new TextDecoder();
  }
}

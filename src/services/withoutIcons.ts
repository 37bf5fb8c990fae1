/**
 * Text for places where VS Code reads `$(name)` as an icon (Quick Pick, status bar): broken by a visible space, because
 * an invisible character would be a trick of its own.
 */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$ (');
}

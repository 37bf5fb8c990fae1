/**
 * For a list whose buttons are one tab stop. Up, Down, Home and End go from one plain button to another; Right and Left
 * to the toolkit's buttons beside it and back.
 */
export function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget;
  if (!(list instanceof HTMLElement)) return;
  const stops = [...list.querySelectorAll<HTMLElement>('button, vscode-button')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  const next = at < 0 ? undefined : nextStop(event.key, at, stops);
  if (next === undefined) return;
  // The page would scroll as well.
  event.preventDefault();
  next.focus();
}

function nextStop(key: string, at: number, stops: readonly HTMLElement[]): HTMLElement | undefined {
  const beside = (stop: HTMLElement | undefined): boolean => stop?.tagName === 'VSCODE-BUTTON';
  switch (key) {
    case 'ArrowDown':
      return stops.slice(at + 1).find((stop) => !beside(stop));
    case 'ArrowUp':
      return stops.slice(0, at).findLast((stop) => !beside(stop));
    case 'ArrowRight':
      return beside(stops[at + 1]) ? stops[at + 1] : undefined;
    case 'ArrowLeft':
      return beside(stops[at]) ? stops[at - 1] : undefined;
    case 'Home':
      return stops.find((stop) => !beside(stop));
    case 'End':
      return stops.findLast((stop) => !beside(stop));
    default:
      return undefined;
  }
}

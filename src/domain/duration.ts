const minute = 60_000;

/** A length of time in the one word that matters: "a minute", "90 minutes", "5 hours", "3 days". @param milliseconds not negative. */
export function durationText(milliseconds: number): string {
  const minutes = Math.round(milliseconds / minute);
  if (minutes < 2) return 'a minute';
  if (minutes < 120) return `${String(minutes)} minutes`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${String(hours)} hours` : `${String(Math.round(hours / 24))} days`;
}

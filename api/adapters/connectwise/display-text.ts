/**
 * A stored text as people read it: the no-break spaces and direction marks that ConnectWise's editor leaves behind
 * become plain blanks or nothing, line ends become \n. `raw` comes along only where that changed something.
 */
export function displayText(stored: string): { text: string; raw?: string } {
  const text = stored
    .replace(/\u00a0/g, ' ')
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\r\n?/g, '\n')
  return text === stored ? { text } : { text, raw: stored }
}

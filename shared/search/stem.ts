const endings: readonly (readonly [string, string])[] = [
  ['ations', 'at'],
  ['ation', 'at'],
  ['ingly', ''],
  ['ings', ''],
  ['ing', ''],
  ['ies', 'y'],
  ['edly', ''],
  ['sses', 'ss'],
  ['ers', ''],
  ['er', ''],
  ['ed', ''],
  ['es', ''],
  ['en', ''],
  ['ly', ''],
  ['s', ''],
  ['e', ''],
]

/** Takes common English and German endings off, so that "printers" meets "printing". Words with digits stay. */
export function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word
  for (const [ending, rest] of endings)
    if (word.endsWith(ending) && word.length - ending.length + rest.length >= 3)
      return undouble(word.slice(0, -ending.length) + rest)
  return word
}

/** "stopp" is "stop"; "ll" and "ss" belong to the word. */
function undouble(word: string): string {
  return /([^aeiouls])\1$/.test(word) ? word.slice(0, -1) : word
}

import type { Check, Span } from './recogniser.ts'

/** Words that stand after "password:" or "password is" without being one. */
const stop =
  /^([a-z]{1,3}|\d\d?|n\/a|th\w\w|w[eih]\w\w|sent|siehe|users?|voir|wrong|(abge|blank|cons|exp|fal|fine|inv|nev|none|case|re|bek|temp|un|verg)[a-z -]*|[a-z-]+(ed|ing|ad[oa]|tzt|ect[eoa]?)|[a-z.]+[[(].*|[<{%[(].*|\$(env|[{(]).*|[\Wx_]*)$/i

/**
 * The value at a place in a text, and its offsets: quoted, or groups of letters and digits, or up to
 * white space or the next field, without the punctuation around it.
 */
export const firstToken = (text: string, at = 0): [token: string, place: Span] => {
  const [, lead = '', quoted, bare = ''] =
    /^(["'`([*]{0,9})(?:(?<=["'`])([^"'`\n]{1,512})["'`]|((?=[a-z ]{0,40}(\d|[^aeiou ]{4}))([a-z2-7]{4} ){3,15}[a-z2-7]{2,4}\b|\d\d\d?( \d\d\d?){1,2}\b|\S{1,512}?(?=[.,;:)\]*]{0,9}(\s|$)|<\/|["'`\x7F]|[;,&]\w{1,40}=)))/i.exec(
      text.slice(at),
    ) ?? []
  const token = quoted ?? bare
  const start = at + lead.length
  return [token, [start, start + token.length]]
}

/** Where a clause ends. */
export const clauseEnd = /[.,;!?]\s|\n/

/** Values of several words, after the last sign of their cue: up to the end of a setting or element, or of a line. */
const longer = /^(?:[=>]([^;=<>\n"'{]{1,40})(?=;|<\/)|.([a-z]+ ){1,9}[a-z\d]+(?=[\r\n]|$))/i

/**
 * How near a token stands to its keyword: 4 a colon, 3 a colon after "for the router", 2 "is", 1 "to" and such,
 * 0 right after the keyword, -1 any word between.
 */
export type Fits = (token: string, cue: number, rest: string) => boolean

/** Finds the value after a keyword that `fits`, judged by the words between. */
export const readValue =
  (fits: Fits): Check =>
  (keyword, lead, tail) => {
    const valueAt = (at: number, cue: number): Span | false => {
      const [first, [start, end]] = firstToken(tail, at)
      // A pass phrase may begin with any word.
      const { 0: whole, 1: token = first } = (cue > 3 && longer.exec(tail.slice(at - 1))) || ['']
      return (
        fits(token, cue, tail.slice(end)) &&
        ((whole && /hra/.test(keyword)) || !stop.test(token)) && [start, Math.max(end, at + whole.length - 1)]
      )
    }
    const direct =
      (/(^|\s)[-/][\w-]*$/.test(lead) && /^\s(?![-$(/])/.exec(tail)) ||
      /^(.{1,9}value)?["'\])*]{0,9}\s{0,40}([=-]>|[:=>→]|\.{3,40}|(?<=["']),)\*{0,2}\s{0,40}/i.exec(tail)
    if (direct) return valueAt(direct[0].length, 4)
    const named = /^ (f.r|pour|d[eu']|para|nueva|vo[mn]|of|on)/i.test(tail)
    const [sentence = ''] = tail.slice(0, 80).split(clauseEnd)
    let at = 0
    let cue = 0
    let first = true
    for (const word of sentence.split(/\s/)) {
      if (at && word) {
        // Plain words fit only right after the keyword, "is" or a colon.
        const span = (cue > 1 || !cue || /[\d\W]/.test(word)) && valueAt(at, cue)
        if (span) return span
        const is = /^(c')?(is|was|lautet|ist|est?|[–→>=-]{1,2})$/i.test(word)
        if (named || (is && first)) cue = is ? 2 : /[:=]$/.test(word) ? 3 : -1
        else cue = is || cue > 1 || /^(to|as|of|now|from|auf|von|a|en|.*[:=])$/i.test(word) ? 1 : -1
        first = false
      }
      at += word.length + 1
    }
    return false
  }

import type { Check, Span } from './recogniser.ts'

/** Words that stand after "password:" or "password is" without being one. */
const stop =
  /^(?:[a-z]{1,3}|\d\d?|n\/a|th\w\w|w[eih]\w\w|given|must|nicht|same|kein|reset|sent|siehe|users?|voir|wrong|(?:abge|bek|blank|cons|emp|exp|fal|fine|forg|inv|leer|miss|nev|none|pol|prom|temp|un|vac|verg)[a-z ]*|[a-z-]+(?:ed|ing|ad[oa]|tzt|ect[eoa]?)|[a-z.]+[[(].*|[<{%[(].*|\$(?:env|[{(]).*|[\Wx_]*)$/i

/**
 * The value at a place in a text, and its offsets: quoted, or groups of four letters and digits, or up to white
 * space or the next field, without the punctuation around it.
 */
export const firstToken = (text: string, at = 0): [token: string, place: Span] => {
  const [, lead = '', quoted, bare = ''] =
    /^(["'`([*]{0,3})(?:(?<=["'`])([^"'`\n]{1,200})["'`]|((?=[a-z ]{0,30}(?:\d|[^aeiou ]{4}))(?:[a-z2-7]{4} ){3,15}[a-z2-7]{2,4}\b|\S{1,512}?(?=[.,;:)\]*]{0,9}(?:\s|$)|<\/|["'`\x7F]|[;,&]\w{1,30}=)))/i.exec(
      text.slice(at),
    ) ?? []
  const token = quoted ?? bare
  const start = at + lead.length
  return [token, [start, start + token.length]]
}

/** Values of several words, after the last sign of their cue: up to the end of a setting or element, or of a line. */
const longer = /^(?:[=>]([^;=<>\n"'{]{1,99})(?=;|<\/)|.(?:[a-z]+ ){1,6}[a-z\d]+(?=[\r\n]|$))/i

/** How near a token stands to its keyword: 4 and 3 a colon or "lautet", 2 "is", 1 "is" further on, 0 nothing. */
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
        ((whole && /[hf]ra/.test(keyword)) || !stop.test(token)) && [
          start,
          Math.max(end, at + whole.length - 1),
        ]
      )
    }
    const direct =
      (/(?:^|\s)[-/][\w-]*$/.test(lead) && /^\s(?![-$(/])/.exec(tail)) ||
      /^(?:.{1,9}value)?["'\])*]{0,3}\s{0,20}(?:\([^()\n]{0,30}\)\s?)?(?:[=-]>|[:=>]|(?<=["']),)\*{0,2}\s{0,40}/i.exec(
        tail,
      )
    if (direct) return valueAt(direct[0].length, 4)
    const [sentence = ''] = /^(?:[^\n.,;!?]|[.,;!?](?=\S)){0,80}/.exec(tail) ?? []
    for (const { 0: cue, 1: is, index } of sentence.matchAll(
      /(?:^|(?<=[\s'’])(?:(is|was|are|be|lautet|ist|est?|(?<=\b(?:is|ist|est?) )[a-z]{2,12}|[–→>=-]{1,2})|to|as|of|now|from|auf|von|a|en|\S{0,30}[:=]))\s{1,20}/gi,
    )) {
      const named = /^ (?:f.r|pour|d[eu]|para|nueva)/i.test(tail)
      const span = valueAt(
        index + cue.length,
        named && /[:=]/.test(cue) ? 3 : is && (named || index < 2) ? 2 : cue.trim() ? 1 : 0,
      )
      if (span) return span
    }
    return false
  }

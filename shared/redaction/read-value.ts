import type { Check, Span } from './recogniser.ts'

/** Words that stand after "password:" or "password is" without being one. */
const stop =
  /^(?:[a-zà-ÿ]{1,3}|\d\d?|n\/a|th\w\w|w[eih]\w\w|must|nicht|kein|reset|sent|siehe|users?|voir|wrong|(?:abge|bek|blank|emp|exp|fal|fine|forg|inv|leer|miss|nev|none|pol|prom|temp|un[bgk]|vac|verg)[a-zà-ÿ]*|[a-zà-ÿ-]+(?:ed|ing|ée?|ad[oa]|tzt|ect[eoa]?)|[*•.xX_-]+|\w+\.\w+[[(].*|[<{%[(].*|\$(?:env|[{(]).*|\W*)$/i

/**
 * The value at a place in a text, and its offsets: quoted, or groups of four letters and digits, or up to white
 * space or the next field, without the punctuation around it.
 */
export const firstToken = (text: string, at = 0): [token: string, place: Span] => {
  const [, lead = '', quoted, bare = ''] =
    /^(["'`“”„«»([*]{0,3})(?:(?<=["'`“”„«»])([^"'`“”„«»\n]{1,200})["'`“”„«»]|((?=[a-z ]{0,60}\d)(?:[a-z2-7]{4} ){3,15}[a-z2-7]{2,4}\b|\S{1,512}?(?=[.,;:)\]*]{0,9}(?:\s|$)|<\/|["'`“”„«»\x7F]|[;,&][\w ]{1,30}=)))/i.exec(
      text.slice(at),
    ) ?? []
  const token = quoted ?? bare
  const start = at + lead.length
  return [token, [start, start + token.length]]
}

/** How near a token stands to its keyword: 4 and 3 a colon or "lautet", 2 "is", 1 "is" further on, 0 nothing. */
export type Fits = (token: string, cue: number, rest: string) => boolean

/** Finds the value after a keyword that `fits`, judged by the words between. */
export const readValue =
  (fits: Fits): Check =>
  (_keyword, lead, tail) => {
    const valueAt = (at: number, cue: number): Span | false => {
      const [token, place] = firstToken(tail, at)
      return fits(token, cue, tail.slice(place[1])) && !stop.test(token) && place
    }
    const direct =
      (/(?:^|\s)[-/][\w-]*$/.test(lead) && /^\s(?![-$(/])/.exec(tail)) ||
      /^(?:.{1,9}value)?["'\])*]{0,3}\s{0,20}(?:\([^()\n]{0,30}\)\s?)?(?:[=-]>|→|[:=>])\*{0,2}\s{0,40}/.exec(
        tail,
      )
    if (direct) return valueAt(direct[0].length, 4)
    const [sentence = ''] = /^(?:[^\n.,;!?]|[.,;!?](?=\S)){0,80}/.exec(tail) ?? []
    for (const { 0: cue, 1: says, 2: is, index } of sentence.matchAll(
      /(?:^|(?<=\s)(?:(lautet)|(is|was|are|be|ist|est?|(?<=(?:is|ist|est?) )[a-zà-ÿ]{2,12}|[–→-]|[-=]>)|to|as|from|auf|von|[àa]|en|\S{0,30}[:=]))\s{1,20}/gi,
    )) {
      const named = /[:=]/.test(cue) && /^ (?:f[oü]r|pour|d[eu]|para)/i.test(tail)
      const span = valueAt(index + cue.length, says || named ? 3 : is && index < 2 ? 2 : cue.trim() ? 1 : 0)
      if (span) return span
    }
    return false
  }

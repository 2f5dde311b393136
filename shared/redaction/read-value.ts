import type { Span } from './recogniser.ts'

/** Words that stand after "password:" or "password is" without being one. */
const stop =
  /^(?:an?|bad|by|d[ai]s|el|for|had?|is|he|i[fnt]?|le|must|n\/a|no\w?|nicht|kein|on|re?set|see?|sent|siehe|th[aei]\w{0,2}|to|users?|vide|voir|ver|w[aei]\w?|wrong|when|with|yes|(?:abge|bek|blank|changer|corr|emp|exp|fal|fine|forg|inc|inv|leer|miss|nev|none|pol|prom|temp|un[bgk]|vac|verg)[a-zà-ÿ]*|\S+(?:ed|ing|ée?|ad[oa]|tzt|ect[eoa]?)|[*•.xX_-]+|[<{%[(].*|\$env.*|\W+)$/i

/** The value that starts a text: quoted, or up to white space, without the punctuation around it. */
export const firstToken = (text: string): [lead: number, token: string] => {
  const [, lead = '', quoted, bare = ''] =
    /^(["'`“„«([*]{0,3})(?:(?<=["'`“„«])([^"'`”“»\n]{1,200})["'`”“»]|(\S{1,1000}))/.exec(text) ?? []
  const whole = bare.replace(/(.)(?:<\/|[;,&][\w ]{1,30}=|["'`”»]|\uFFFF).*$/, '$1')
  return [lead.length, quoted || whole.replace(/[.,;:)\]*]{1,9}$/, '') || whole]
}

/** How near a token stands to its keyword: 4 and 3 a colon or "lautet", 2 "is", 1 "is" further on, 0 nothing. */
export type Fits = (token: string, cue: number, rest: string) => boolean

/** The value in the text after a keyword that `fits`, judged by the words between; offsets in `tail`. */
export const readValue = (lead: string, tail: string, fits: Fits): Span | undefined => {
  const valueAt = (at: number, cue: number): Span | undefined => {
    const [skip, token] = firstToken(tail.slice(at))
    const end = at + skip + token.length
    return token && fits(token, cue, tail.slice(end)) && !stop.test(token) ? [at + skip, end] : undefined
  }
  const direct =
    /^["'\])*]{0,3}\s{0,20}(?:\([^()\n]{0,30}\)\s?)?(?:[=-]>|→|[:=>])\*{0,2}\s{0,40}(?:(?:is|ist|est?)\s)?/.exec(
      tail,
    )
  if (direct) return valueAt(direct[0].length, 4)
  const flag = /(?:^|\s)[-/][\w-]*$/.test(lead)
  const words = /[^\S\n]{1,20}(\S{1,1000})/y
  let cue = 0
  for (let index = 0; index < 10; index++) {
    const word = words.exec(tail)?.[1]
    if (!word) break
    const span =
      cue || !index
        ? valueAt(
            words.lastIndex - word.length,
            flag && !index && !/^[-$(/]/.test(word) ? 4 : cue && /^["'„“«]/.test(word) ? 3 : cue,
          )
        : undefined
    if (span) return span
    if (/^(?:sent|link|e-?mail|ticket)$|[.,;!?]$/i.test(word)) break
    if (/^(?:lautet|[:=])$/i.test(word)) cue = 3
    else if (/^(?:is|was|are|ist|est?|[–→-]|[-=]>|now|jetzt)$/i.test(word)) cue ||= index ? 1 : 2
    else if (/^(?:to|as|auf|[àa]|en)$/i.test(word)) cue = 1
    else if (/[:=]$/.test(word)) cue = /^ (?:f[oü]r|pour|de|para)/i.test(tail) ? 3 : 1
    else cue = cue && stop.test(word) ? 1 : 0
  }
  return undefined
}

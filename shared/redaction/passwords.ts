import { strength } from './looks.ts'
import { firstToken, readValue } from './read-value.ts'
import { type Check, type Recogniser, secret } from './recogniser.ts'

/** After a colon any word is a password, after "is" all but everyday words, else only what looks made up. */
const chosen = readValue(
  (token, cue, rest) =>
    cue > 3 ||
    (!cue && /^\d{6,9}$/.test(token)) ||
    (cue !== 1 && / /.test(token)) ||
    strength(token) > (cue > 1 ? 0 : 1) ||
    (cue > 1 && /^(?:[a-z ]+|\d{4,})$/i.test(token) && (cue > 2 || /^["'`]?\s*(?:[.,;!)\n]|$)/.test(rest))),
)

/** After the word or around it ("Password1!"). */
const afterWord: Check = (value, lead, tail) => {
  const before = /[^\s"':=(<>]*$/.exec(lead)?.[0] ?? ''
  return (
    chosen(value, lead, tail) ||
    (!/^[%$]/.test(before) &&
      /[@0]|\W[\d!@#$%&*]/.test(`${value} ${tail.charAt(0)}`) && [
        -value.length - before.length,
        firstToken(value + tail)[0].length - value.length,
      ])
  )
}

export const passwordRecognisers: readonly Recogniser[] = [
  secret(
    'password',
    /p[a@]s{1,2}-?w[o0]r[dt]s?|passwd|kenn?wort|contrasena|psk|pwd|pass ?phrase|secret(?!ar)|(?<![a-z])(?:pass(?:code)?|p\/?w|mot de passe|mdp|clave|community(?: string)?|(?:wpa\d?|wi-?fi|wlan|wireless|shared)[ -](?:key|schlussel)|key content|schlusselinhalt|cle)(?![a-z])/gi,
    afterWord,
  ),
  secret(
    'password',
    /["')]? (?:as|is|als|ist|est|es) (?:[a-z]{1,9} ){1,3}(?:passw|pw|kennw|mot de|contras)/gi,
    (value, lead) => {
      const token = /[^\s"'(]{4,64}$/.exec(lead)?.[0] ?? ''
      return strength(token) > 2 && [-value.length - token.length, -value.length]
    },
  ),
  secret(
    'password',
    /(?:set|back|neu|chang\w\w?)(?![a-z])/gi,
    readValue((token, cue) => cue > 0 && strength(token) > 2),
  ),
  secret(
    'pin',
    /\b(?:(?:door|entry|alarm|gate|access|pin|[2m]fa|security|tur)[ -]?code|pin|cv[vc]|passcode|cod(?:e|igo) d(?:'acc|e )\S{1,20})\b/gi,
    readValue((token) => /^[a-z]?\d[\d-]{2,9}[\da-z#]?$/i.test(token)),
  ),
]

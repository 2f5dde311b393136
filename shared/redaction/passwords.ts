import { strength } from './looks.ts'
import { readValue } from './read-value.ts'
import { type Recogniser, secret } from './recogniser.ts'

/** After a colon any word is a password, after "is" all but everyday words, else only what looks made up. */
const chosen = readValue(
  (token, cue, rest) =>
    cue > 3 ||
    (!cue && /^\d{6,9}$/.test(token)) ||
    (cue !== 1 && / /.test(token)) ||
    strength(token) > (cue > 1 ? 0 : 1) ||
    (cue > 1 && /^(?:[a-z ]+|\d{4,})$/i.test(token) && (cue > 2 || /^["'`]?\s*(?:[.,;!)\n]|$)/.test(rest))),
)

export const passwordRecognisers: readonly Recogniser[] = [
  // Both cases, a digit, and a sign within: nobody writes so but to make up a password.
  secret(
    'password',
    /(?<![\w$%&@./\\-])[\w.-]{2,30}[!$^*#](?!\d{1,9}\b|[A-Z]{1,3}\d)[\w!#$%^&*?+~]{1,40}(?![\w@\\/-])/g,
    (value) => /^(?=.*\d)(?=.*[a-z]).*[A-Z]/.test(value),
  ),
  secret(
    'password',
    /p[a@]s{1,2}-?w[o0]r[dt]s?|passwd|kenn?wort|contrasena|psk|pwd|pass ?phrase|phrase secrete|frase de contrasena|secret(?!ar)|(?<![msy])pass(?![a-z])|(?<![a-z])(?:p\/?w|mot de passe|mdp|clave|(?:community|r[ow])(?: string)?|(?:wpa\d?|wi-?fi|wlan|wireless|shared)[ -](?:key|schlussel)|key content|schlusselinhalt|cle)(?![a-z])/gi,
    chosen,
  ),
  secret(
    'password',
    /["')]? (?:(?:as|is|als|ist|est|es) )?\(?(?:[a-z]{1,9} ){1,3}(?:passw|pw|kennw|mot de|mdp|contras)/gi,
    (value, lead) => {
      const token = /[^\s"'(]{4,64}$/.exec(lead)?.[0] ?? ''
      return (
        strength(token) > (/ (?:a|i|e)l?st? /.test(value) ? 2 : 3) && [
          -value.length - token.length,
          -value.length,
        ]
      )
    },
  ),
  secret(
    'password',
    /(?:set|back|neu|chang\w\w?)(?![a-z])/gi,
    readValue((token, cue) => cue > 0 && strength(token) > 2),
  ),
  secret(
    'pin',
    /\b(?:(?:door|entry|alarm|gate|access|pin|[2m]fa|security|tur|verif\w{4,9})[ -]?code|pin|puk|otp|cv[vc]|passcode|cod(?:e|igo) d(?:'acc|e (?!err))\S{1,20})\b/gi,
    readValue((token) => /^[a-z]?\d[\d-]{2,9}[\da-z#]?$/i.test(token)),
  ),
]

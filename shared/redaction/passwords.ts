import { strength } from './looks.ts'
import { clauseEnd, type Fits, readValue } from './read-value.ts'
import { type Check, type Recogniser, secret } from './recogniser.ts'

/** The value after a keyword, or else before it: "Summer24 as the new password". */
const around = (fits: Fits): Check => {
  const after = readValue(fits)
  return (keyword, lead, tail) => {
    const found = after(keyword, lead, tail)
    if (found) return found
    for (const { 0: token, index } of lead.matchAll(/[^\s"'(]{4,64}(?![^\s"')])/g)) {
      const rest = lead.slice(index + token.length)
      if (
        !clauseEnd.test(rest) &&
        strength(token) > (/ (as|is|ist|als|com\w{1,2}|de|to) /.test(rest) ? 2 : 3)
      ) {
        const end = -keyword.length - rest.length
        return [end - token.length, end]
      }
    }
    return false
  }
}

/**
 * After a colon any word is a password, after "is" all but everyday words, else only what looks made up, the more
 * so the further away it stands.
 */
const chosen: Fits = (token, cue, rest) =>
  cue > 3 ||
  (!cue && /^\d{6,9}$/.test(token)) ||
  (cue !== 1 && / /.test(token)) ||
  strength(token) > ([/\d\d/.test(token) ? 2 : 3, 1, 1, 0, 0][cue + 1] ?? 0) ||
  (cue > 1 && /^([a-z -]+|\d{4,})$/i.test(token) && (cue > 2 || /^["'`]?\s*([.,;!)\n]|$)/.test(rest)))

export const passwordRecognisers: readonly Recogniser[] = [
  // Both cases, a digit, and a sign within: nobody writes so but to make up a password.
  secret(
    'password',
    /[!$^*#](?<=(?<![\w$%&@./\\-])(?<before>[\w.-]{2,30}).)(?!\d{1,9}\b|[A-Z]{1,3}\d)[\w!#$%^&*?+~]{1,40}(?![\w@\\/-])/g,
    (value) => /^(?=.*\d)(?=.*[a-z]).*[A-Z]/.test(value),
  ),
  secret(
    'password',
    /p[a@]?s{1,2}-?w([o0]r?|r)?[dt]s?|kenn?wort|contrasena|psk|pwd|pass ?(phrase|code)|phrase secrete|secret(?!ar)|(?<![hmsy])pass(?![a-z])|(?<![a-z])(p\/?w|mot de passe|mdp|clave|(community|r[ow])( string)?|(w\S{2,7}|shared|netw\w{3,4}|ssid .{1,40})[ -]?(key|schlussel)|key content|cle( wifi)?)(?![a-z])/gi,
    around(chosen),
  ),
  secret(
    'password',
    /(set|back|neu|chang\w\w?|wi-?fi|wlan)(?![a-z])/gi,
    readValue((token, cue) => cue > 0 && strength(token) > (cue > 3 ? 1 : 2)),
  ),
  secret(
    'pin',
    /\b((door|alarm|gate|access|pin|[2m]fa|secur\w{2,3}|tur|gerate)[ -]?code|pin( number)?|puk|otp|cv[vc]|passcode|cod(e|igo) (porte|d('acc|e (?!err))\S{1,40}))\b/gi,
    readValue(
      (token, cue) =>
        (cue >= 0 || !/^(19|20)\d\d$/.test(token)) && /^[a-z]?\d[\d -]{2,9}[\da-z#]?$/i.test(token),
    ),
  ),
]

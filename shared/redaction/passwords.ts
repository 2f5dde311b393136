import { strength } from './looks.ts'
import { type Fits, firstToken, readValue } from './read-value.ts'
import { type Check, type Recogniser, secret } from './recogniser.ts'

/** After a colon any word is a password, after "is" all but everyday words, else only what looks made up. */
const chosen: Fits = (token, cue, rest) =>
  cue > 3 ||
  strength(token) > (cue > 1 ? 0 : 1) ||
  (cue > 1 && /^(?:[a-zà-ÿ ]+|\d{4,})$/i.test(token) && (cue > 2 || /^["'”»]?\s*(?:[.,;!)\n]|$)/.test(rest)))

/** After the word or around it ("Password1!"). */
const afterWord: Check = (value, lead, tail) => {
  const after = readValue(lead, tail, chosen)
  if (after) return after
  return (
    /[@0]|\W[\d!@#$%&*]/.test(`${value} ${tail.charAt(0)}`) && [
      -value.length,
      firstToken(value + tail)[1].length - value.length,
    ]
  )
}

/** User name and password side by side after "creds", "login" and the like: the second is the secret. */
const secondOfPair: Check = (_value, _lead, tail) => {
  const [whole = '', user = '', gap = ''] =
    /^(?:[^\n:/|]{0,40}:|(?:\s(?:is|are|sind|lauten|son)\b)?)\s{0,5}[=-]?\s{0,5}([^\s/:|,]{1,64})(\s?[/:|,;]\s?|\s(?:-|and|und|et|y|with)\s|\s)(?=\S)/.exec(
      tail,
    ) ?? []
  const [skip, token] = firstToken(tail.slice(whole.length))
  const start = whole.length + skip
  const listed = /[/:|;,-]/.test(gap)
  return whole &&
    (strength(token) > (listed ? 1 : 2) ||
      (listed && /^(?:admin|root|sa)$/i.test(user) && /^\w{4,}$/.test(token)))
    ? [start, start + token.length]
    : undefined
}

export const passwordRecognisers: readonly Recogniser[] = [
  secret(
    'password',
    /p[a@]s{1,2}-?w[o0]r[dt]s?|passwd|kenn?wort|contrase[ñn]a|psk|pwd|pass ?phrase|secret(?!ar)|(?<![a-zà-ÿ])(?:pass(?:code)?|p\/?w|mot de passe|mdp|clave|community(?: string)?|(?:wpa\d?|wi-?fi|wlan|wireless|shared)[ -](?:key|schlüssel)|key content|schlüsselinhalt|clé(?: wifi)?)(?![a-zà-ÿ])/gi,
    afterWord,
  ),
  secret(
    'password',
    /["')]? (?:as|is|als|ist|est|es) (?:[a-z]{2,9} ){1,3}(?:passw|pw|kennw|mot de|contras)/gi,
    (value, lead) => {
      const token = /[^\s"'(]{4,64}$/.exec(lead)?.[0] ?? ''
      return strength(token) > 2 && [-value.length - token.length, -value.length]
    },
  ),
  secret(
    'password',
    /(?:set|back|changed?|chang[ée]e?|geändert|cambiad[oa])(?![a-zà-ÿ])|\s(?=auf \S{4,40} \S{0,9}ge[sä])/gi,
    (_value, lead, tail) => readValue(lead, tail, (token, cue) => cue > 0 && strength(token) > 2),
  ),
  secret(
    'pin',
    /(?<![\wà-ÿ-])(?:pin|cvv|cvc|passcode|(?:door|alarm|gate|access|unlock|pin|[m2]fa|security|sms|tür|zugangs)[ -]?(?:code|number)|c[oó](?:de|digo) (?:pin|d'accès|de \w{1,20}))(?![\wà-ÿ-])/gi,
    (_value, lead, tail) => readValue(lead, tail, (token) => /^\d[\d-]{2,9}\d$/.test(token)),
  ),
  secret(
    'password',
    /(?<![a-zà-ÿ@.-])(?:cred(?:ential)?s?|log[io]ns?|(?:zugangs|anmelde)daten|identifiants?|credenciales|user(?:name)?\/pass(?:word)?)(?![a-zà-ÿ@/-])/gi,
    secondOfPair,
  ),
]

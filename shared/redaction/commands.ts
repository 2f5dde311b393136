import { strength } from './looks.ts'
import { firstToken } from './read-value.ts'
import { type Check, type Recogniser, secret } from './recogniser.ts'

/** The token right after, if it looks more made up than `least` says. */
const next =
  (least: (value: string) => number): Check =>
  (value, _lead, tail) => {
    const [token, place] = firstToken(tail)
    return strength(token) > least(value) && place
  }

export const commandRecognisers: readonly Recogniser[] = [
  secret(
    'password',
    /(;p:|net use?r? ([\w*]:? )?\S{1,40} |\/user:\S{1,40} |\s(-((u|-user)[ =]["']?[^\s:%"']{1,40}[:%]|p(w? )?|[xcw] )|\/rp )|SecureString (-\w{1,40} )?|community (0 )?|((isakmp|radius)[^\n]{0,40}?|\n) key (\d )?|(word|secret|key) \d )(?!\$[a-z(]|[\s/*(-])/gi,
    next(() => 0),
  ),
  // User name and password side by side.
  secret(
    'password',
    /(\badmin\w{0,9}|\broot|\\[\w.-]{1,40}|(\bcred\w{0,9}|\b(log|sign)\w{0,3}[ -]?[io]ns?|connexion|acceso|zugang|daten|identifiants?)([ :]{1,3}\w{2,40}){0,3}[\s:=]{1,3}[\w.@-]{1,40})( ?[/:] ?| (and|und|et|y|with) )/gi,
    next(() => 1),
  ),
]

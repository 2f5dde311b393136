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
    /(?:;p:|net use?r? (?:[\w*]:? )?\S{1,64} |\/user:\S{1,64} |\s(?:-(?:(?:u|-user)[ =]["']?[^\s:%"']{1,64}[:%]|p(?:w? )?|[xcw] )|\/rp )|SecureString (?:-\w{1,20} )?|(?:community|key-string|ascii) (?:0 )?|(?:(?:isakmp|radius)[^\n]{0,99}?|\n) key (?:\d )?|(?:word|secret|key) \d )(?!\$[a-z(]|[\s/*(-])/gi,
    next(() => 0),
  ),
  // User name and password side by side.
  secret(
    'password',
    /(?:(?:\badmin\w{0,12}|\broot|\\[\w.-]{1,30})(?:[/:]| \/ )|(?:(?<![a-z@.-])(?:cred\w{0,8}|(?:log|sign)\w{0,3}[ -]?[io]ns?|connexion|identifiants?)|(?:gs|de)daten)(?![a-z@./-])(?:[^\n:/|]{0,40}(?::| \w{2,5}))?[\s=-]{0,9}[^\s/:|,]{1,64}\s?(?:[/:|,;-]|and|und|et|y|with|\s)\s?)(?=\S)/gi,
    next((value) => (/[/:|;,-]\s?$/.test(value) ? 1 : 2)),
  ),
]

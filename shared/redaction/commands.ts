import { strength } from './looks.ts'
import { type Recogniser, secret } from './recogniser.ts'

export const commandRecognisers: readonly Recogniser[] = [
  secret(
    'password',
    /(?:net user \S{1,64} |net use (?:\w: )?\\\\\S{1,64} |\/user:\S{1,64} |\s-(?:u|-user)[ =]["']?[^\s:%"']{1,64}[:%]|SecureString (?:-\w{1,20} )?|snmp-server community |(?:isakmp|tacacs|radius)\S{0,9} key |(?:word|secret|key) [05-9] |(?:sshpass|psexec|login|plink|ipmitool|snmp\w{3,9}) (?:[^\n|]{0,99} )??-(?:pw?|[PAXc]) |mysql [^\n|]{0,99}?-p|(?<!\S)[\w-]{1,64}\.[\w.-]{1,64}:\d{4,5}:\w{1,64}:\w{1,64}:)(?:"([^"\n]{1,128})(?=")|'?([^\s"'/$*(-][^\s"'()]{0,127}))/gi,
    (value, lead, tail) =>
      !/^(?:\d{1,5}|days?|times?)$/i.test(value) &&
      (strength(value) > 0 || !/net use[^\n]{0,99}$|\/user\S* $/i.test(lead) || /^"? \//.test(tail)),
  ),
  secret('hash', /\$[1-9y]\w?\$[^\s:"']{16,255}/g),
]

import { type Recogniser, secret } from './recogniser.ts'

export const keyRecognisers: readonly Recogniser[] = [
  // Up to the END line; where that was cut off, the encoded lines look random enough. Then BitLocker: eight groups
  // of six digits. Then hashes of passwords.
  secret(
    'key',
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY([^-]|-(?!----B)){0,16384}-----END[A-Z -]{0,40}|\d{6}([-– ]{1,3}\d{6}){7}(?!\d)|\$\w{1,2}\$[^\s:"']{20,200}/g,
  ),
  secret(
    'codes',
    /((back|recov|notf|emerg|scrat|wiederh)\w{1,40}[ -]?codes?|cod(e|igo)s de [sr]\w{4,12})\D{0,40}(?<value>\b(\W{0,9}(\d\d?\. )?\b(?=[a-z]{0,9}\d)[a-z\d]{4,12}){1,40})/gi,
  ),
]

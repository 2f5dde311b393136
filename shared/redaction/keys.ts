import { type Recogniser, secret } from './recogniser.ts'

export const keyRecognisers: readonly Recogniser[] = [
  // Up to the END line; where that was cut off, the encoded lines look random enough.
  secret('key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:[^-]|-(?!----B)){0,16384}-----END[A-Z -]{0,50}/g),
  // BitLocker: eight groups of six digits.
  secret('key', /\d{6}(?:[-– ]{1,3}\d{6}){7}(?!\d)/g),
  secret(
    'codes',
    /(?:(?:back|recov|notf|emerg|scrat|wiederh)\w{1,12}[ -]?codes?|cod(?:e|igo)s de [sr]\w{4,12})\D{0,30}(\b(?:\W{0,9}(?:\d\d?\. )?\b(?=[a-z]{0,9}\d)[a-z\d]{4,12}){1,25})/gi,
  ),
]

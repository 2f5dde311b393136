import { type Recogniser, secret } from './recogniser.ts'

export const keyRecognisers: readonly Recogniser[] = [
  // Up to the END line; where that was cut off, the encoded lines look random enough.
  secret('key', /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:[^-]|-(?!----B)){0,16384}-----END[A-Z -]{0,50}/g),
  // BitLocker: eight groups with hyphens; in other spelling each must be divisible by 11.
  secret(
    'key',
    /\d{6}(?:[-–\s]{1,3}\d{6}){7}(?!\d)/g,
    (value) => /\d-/.test(value) || !value.split(/\D+/).some((group) => Number(group) % 11),
  ),
  secret(
    'codes',
    /(?:(?:backup|recovery|notfall)[ -]?codes?|(?:codes|códigos) de [sr]\w{4,12})[^\n\d]{0,30}?[\s:](\b(?:[\s,;•*-]{0,9}\b(?=[a-z]{0,9}\d)[a-z\d]{4,12}){1,25})(?![\w.:/-])/gi,
  ),
]

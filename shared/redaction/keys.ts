import { looksRandom } from './looks.ts'
import { type Recogniser, secret } from './recogniser.ts'

const isUpper = (value: string): boolean => value === value.toUpperCase()
const keyWord = /bitlocker|key|secret|seed|otp|[m2]fa|authent|schlüssel|clé|clave|code|lice|lizenz/i

export const keyRecognisers: readonly Recogniser[] = [
  // Up to the END line, or as far as encoded lines reach when the end or the beginning was cut off.
  secret(
    'key',
    /-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?:(?:[^-]|-(?!----B)){0,16384}-----END[A-Z -]{0,50}|[A-Z -]{5,20}(?:\s{1,9}[\w+/=]{16,99}){0,400})|(?<![\w+/=])(?:[\w+/=]{16,99}\s{1,3}){1,60}(?:[\w+/=]{1,99}\s{1,3})?-----END [A-Z ]{0,30}PRIVATE KEY[A-Z -]{5,20}/g,
  ),
  // BitLocker: eight groups, each divisible by 11 and below 720,896; a word for it makes up for a typing error.
  secret(
    'key',
    /(?<![\d-])\d{6}(?:[-–\s]{1,3}\d{6}){7}(?![\d-])/g,
    (value, lead) =>
      !value.match(/\d{6}/g)?.some((group) => Number(group) % 11 || Number(group) > 720_895) ||
      keyWord.test(lead),
  ),
  secret(
    'key',
    /(?<![\w-])[A-Z\d]{2,6}(?:-[A-Z\d]{4,6}){4,7}(?![\w-])/gi,
    (value, lead) => looksRandom(value) && (isUpper(value) || keyWord.test(lead)),
  ),
  secret(
    'seed',
    /(?<![\w-])(?:[A-Z2-7]{4}[ -]?){3,16}[A-Z2-7]{2,4}={0,6}(?![\w-])/gi,
    (value, lead) => (isUpper(value) || /\d/.test(value)) && /[a-z]/i.test(value) && keyWord.test(lead),
  ),
  secret(
    'codes',
    /(?:(?:backup|recovery|notfall)[ -]?codes?|(?:codes|códigos) de [sr]\w{4,12})[^\n\d]{0,30}?[\s:]((?=[a-z]{0,9}\d)[a-z\d]{4,12}(?:[\s,;•*-]{1,9}(?=[a-z]{0,9}\d)[a-z\d]{3,12}){0,24})(?![\w.:/-])/gi,
  ),
]

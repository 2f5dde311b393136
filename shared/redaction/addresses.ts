import { identifying, type Recogniser } from './recogniser.ts'

const version =
  /(?:\bv|ver|versi[oó]n|release|build|firmware|fw|patch|driver|office|outlook|chrome|java|windows|ios|\.exe)[\s.:=#(]{0,3}(?:(?:is|to|from|ist|est?|auf|von|de|now|n\w{1,5}) ){0,2}$|(?:grad|updat|actual)(?!.*(?:ip|dns|host|server|gate|addr)).*$/i
export const addressRecognisers: readonly Recogniser[] = [
  identifying(
    'ip',
    /(?<![\w.]|[^\d]-|\d,)(?:\d{1,3}\.){3}\d{1,3}(?!\w|\.\d|-[a-z])/gi,
    (value, lead, tail) =>
      !/^ (?:install|patch|releas|updat)/.test(tail) &&
      !value.startsWith('255.255.') &&
      value.split('.').every((octet) => Number(octet) < 256) &&
      !version.test(lead),
  ),
  identifying(
    'ip',
    /(?<![\w:.])(?:(?:[\da-f]{1,4}:){7}[\da-f]{1,4}|(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?::(?:[\da-f]{1,4}(?::[\da-f]{1,4}){0,5})?)(?:%\w{1,16})?(?![\w:]|\.\d)/gi,
    (value) => /\d/.test(value),
  ),
  identifying(
    'mac',
    /(?<![\w:.-])(?:[\da-f]{2}(?::[\da-f]{2}){5}|[\da-f]{2}(?:-[\da-f]{2}){5}|[\da-f]{4}(?:\.[\da-f]{4}){2}|[\da-f]{12})(?!\w|[:.-][\da-f])/gi,
    (value, lead) => /[:-]|[a-f].*\.|\..*[a-f]/i.test(value) || /\bmac\b.{0,20}$/i.test(lead),
  ),
  identifying('email', /@(?:[\p{L}\d][\p{L}\d-]{0,62}\.){1,8}\p{L}{2,24}(?![\p{L}\d-])/gu, (value, lead) => {
    const local = /[\p{L}\d][\p{L}\d.!#$%&'*+/=?^_{|}~-]{0,63}$/u.exec(lead)
    return !!local && [-value.length - local[0].length, 0]
  }),
]

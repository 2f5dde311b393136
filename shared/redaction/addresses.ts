import { identifying, type Recogniser } from './recogniser.ts'

/** Words before a version, which may look like an address. */
const version =
  /(\bv(er)?(sion)?|build|firmware|driver|updat\w*|grad\w*( \w{1,40})?)[\s.:=#(]{0,9}((\w\w|from|auf|von|[\d.]+) ){0,4}$/i

export const addressRecognisers: readonly Recogniser[] = [
  identifying(
    'ip',
    /(?<![\w.]|\D-|\d,)(\d{1,3}\.){3}\d{1,3}(?!\w|\.\d|-[a-z])/gi,
    (value, lead, tail) =>
      !/^ (inst|updat)/.test(tail) &&
      !/^(0\.|255\.255|(?!(.)\.\2)[2-9](\.1?\d){3}$)/.test(value) &&
      value.split('.').every((octet) => Number(octet) < 256) &&
      !version.test(lead),
  ),
  identifying(
    'ip',
    /:(?<=(?<![\w:.-])(?<before>[\da-f]{0,4}).)([\da-f]{0,4}:){1,6}[\da-f]{0,4}(%\w{1,40})?(?![\w:]|\.\d)/gi,
    (value) => /::.*\d|\d.*::|(.+:){7}/.test(value),
  ),
  identifying(
    'mac',
    /([:.-](?<=(?<![\w:.-])(?<before>[\da-f]{2,4}).)(([\da-f]{2}[:-]){4}[\da-f]{2}|[\da-f]{4}\.[\da-f]{4})|mac\b.{0,20}?(?<![\w:.-])(?<value>[\da-f]{12}))(?!\w|[:.-][\da-f])/gi,
    (value) => !/^[\d.]+$/.test(value),
  ),
  identifying(
    'email',
    /@(?<=(?<before>[^\s"`(),:;<>@[\]\x7F\\/]{1,60}).)(\w[\w-]{0,40}\.){1,8}[a-z]{2,24}(?![\w-])/gi,
  ),
]

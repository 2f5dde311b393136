import { identifying, type Recogniser } from './recogniser.ts'

/** Words before a version, which may look like an address. */
const version =
  /(\bv(er(sion)?)?|build|firmware|driver|updat\w*|grad\w*( \w{1,40})?)[\s.:=#(]{0,9}((\w\w|from|auf|von|[\d.]+) ){0,4}$/i

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
  identifying('ip', /(?<![\w:.-])([\da-f]{0,4}:){2,7}[\da-f]{0,4}(%\w{1,40})?(?![\w:]|\.\d)/gi, (value) =>
    /::.*\d|\d.*::|(.+:){7}/.test(value),
  ),
  identifying(
    'mac',
    /(?<![\w:.-])[\da-f]{2}(([:-][\da-f]{2}){5}|[\da-f]{2}(\.[\da-f]{4}){2}|[\da-f]{10}(?<=mac\b.{12,32}))(?!\w|[:.-][\da-f])/gi,
    (value) => !/^[\d.]+$/.test(value),
  ),
  identifying('email', /@(\w[\w-]{0,40}\.){1,8}[a-z]{2,24}(?![\w-])/gi, (value, lead) => {
    const local = /[^\s"`(),:;<>@[\]\x7F\\/]{1,64}$/.exec(lead)
    return !!local && [-value.length - local[0].length, 0]
  }),
]

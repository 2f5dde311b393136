import { looksRandom } from './looks.ts'
import { readValue } from './read-value.ts'
import { type Recogniser, secret } from './recogniser.ts'

export const tokenRecognisers: readonly Recogniser[] = [
  secret(
    'token',
    /\b(xox\w-|[rs]k[_-]|hvs\.|SG\.|glpat-|ITG\.|key-|shp\w\w_|dop_v1_|dapi|dp\.|\d{8,10}:AA|ATATT|A[KS]IA)[\w.=-]{16,16384}/g,
    looksRandom,
  ),
  // No vendor's prefix, but groups of capitals, or both cases and many changes between letters and digits:
  // nobody typed that.
  secret(
    'token',
    /\d(?<=(?<![\w+/.@~-]|256:)(?<before>(?!AAAA)[A-Za-z_+/~-]{0,40}).)[\w+/~-]{3,512}(\.[\w-]{6,512}){0,2}={0,2}(?![\w@.\\])/g,
    (value) => {
      const changes = value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0
      return (
        (/^[A-Z\d]{2,6}(-[A-Z\d]{4,6}){4,7}$/.test(value) && changes > 0) ||
        (/^(?=.*\d)(?=.*[a-z]).*[A-Z]/.test(value) &&
          /.{24}|.{15}=$/.test(value) &&
          changes > 2 &&
          (changes > 5 || !/[a-z]{7}/.test(value)) &&
          !/-[\da-f]{4}-/.test(value))
      )
    },
  ),
  secret(
    'token',
    /(key|[?&]code|_pat|(?<!key ?)token|secret|seed|otp|[2m]fa|\bsig(nature)?|response(?==)|ntlm( hash)?|authent\w{2,7}|cookie|bearer|basic|sess(ion)?[ _-]?id|schlussel|cle|clave)(?![a-z])/gi,
    readValue(
      (token, cue) =>
        cue >= 0 && looksRandom(token) && (cue > 2 || (token.length > 15 && !/^.{8}-.{4}-/.test(token))),
    ),
  ),
  secret('token', /hook\S{0,11}\/(?<value>\S{20,2048})/gi, looksRandom),
  secret('password', /:\/\/[^\s:@/?#]{0,40}:(?<value>[^\s@/"'<>{%][^\s@/"'<>]{0,127})(?=@)/g),
]

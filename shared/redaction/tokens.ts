import { looksRandom } from './looks.ts'
import { readValue } from './read-value.ts'
import { type Recogniser, secret } from './recogniser.ts'

export const tokenRecognisers: readonly Recogniser[] = [
  secret(
    'token',
    /(?<![A-Za-z\d])(?:(?:gh\w_|xox\w-|[prs]k_\w{4}_|sk-|npm_|hf_|glpat-|hvs\.|AIza|eyJ|key-|shp\w\w_|do\w_v1_|SK(?=[\da-f]{32}))[\w.=-]{16,8192}|A(?:KI|SI)A[A-Z\d]{16}|[\w-]{2,64}\.[\w-]{6,64}\.[\w-]{20,512}|\d{8,10}:[\w-]{30,40})/g,
    looksRandom,
  ),
  // No vendor's prefix, but both cases and at least four changes between letters and digits: nobody typed that.
  secret(
    'token',
    /(?<!256:|[\w+/.@~-])[\w+/~-]{24,512}={0,2}(?![\w@.\\])/g,
    (value) =>
      /[a-z].*[A-Z]|[A-Z].*[a-z]/.test(value) &&
      (value.match(/[a-z]\d|\d[a-z]/gi)?.length ?? 0) > 2 &&
      !/[a-z]{7}|-[\da-f]{4}-/.test(value),
  ),
  secret(
    'token',
    /(?:api|access|secret|private|public|client|auth|licen[cs]e|product)[ _-]?(?:key|token|secret)(?!token)|(?<![a-z])token|sess(?:ion)?[ _-]?id|lizenzschlüssel|clé (?:api|de \w{1,9})/gi,
    (_value, lead, tail) =>
      readValue(
        lead,
        tail,
        (token, cue) => looksRandom(token) && (cue > 2 || (token.length > 15 && !/^.{8}-.{4}-/.test(token))),
      ),
  ),
  secret('token', /\b(?:Bearer|Basic|SSWS)\s{1,4}([\w.~+/=:-]{8,4096})/gi, (value) =>
    /[a-z]\d|\d[a-z]|[a-z][A-Z].*[A-Z]|=$/.test(value),
  ),
  secret(
    'token',
    /(?:[?&;](?:sig|\w{0,20}token|\w{0,9}key|\w{0,9}id|code)=(?=.{16})|hooks\.slack\.com\/\w{1,20}\/|\/(?:api\/webhooks|webhookb2)\/)([^\s&]{8,2048})|otpauth:\S{8,2048}/gi,
  ),
  secret('password', /:\/\/[^\s:@/?#]{0,64}:([^\s@/"'<>{%][^\s@/"'<>]{0,127})(?=@)/g),
  secret('cookie', /\bcookie:\s?([^\n]{0,64}=[^\n]{3,4096})/gi),
]

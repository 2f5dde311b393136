import { matchesOf } from './find-values.ts'
import { recognisers } from './recognisers.ts'

/** Runs, near misses and nested beginnings, repeated until a text is long. */
const seeds = [
  ...[
    'a',
    '1',
    '-',
    ' ',
    ':',
    '.',
    '@',
    '=',
    '/',
    '"',
    'aA1',
    '1.',
    '1-',
    'a:',
    '::',
    'a.',
    'a@',
    '\x7F',
    '[A',
    '?a',
  ],
  ...[
    'pw ',
    'password is ',
    'password: ',
    'reset to ',
    'login a / ',
    'x as the ',
    'token ',
    'api key ',
    'Bearer ',
  ],
  ...[
    '-----BEGIN PRIVATE KEY-----\n',
    'MIIEvQIBADANBgkqhkiG9w0BAQ\n',
    '-----END PRIVATE KEY-----',
    'eyJ',
    'sk-',
  ],
  ...[
    'net user ',
    'admin/',
    'root:',
    'isakmp ',
    'snmpwalk -v ',
    ' -u a',
    '://a:',
    'cookie: ',
    'backup code ',
    '123456-',
    'AAAAA-',
    'JBSW ',
    'DE89 3704 ',
  ],
]

/** How one recogniser fared on one repeated seed: best times in the clock's units, for the text and its double. */
export type Growth = {
  readonly kind: string
  readonly seed: string
  readonly once: number
  readonly twice: number
}

/**
 * Times every recogniser on every seed at `length` characters and at twice that; `now` is a clock. A recogniser
 * is sound where `twice` is at most three times `once`, apart from times too short to measure.
 */
export const measureGrowth = (now: () => number, length = 60_000, times = 4): Growth[] => {
  const best = (run: () => void): number => {
    let least = Number.POSITIVE_INFINITY
    for (let index = 0; index < times; index++) {
      const start = now()
      run()
      least = Math.min(least, now() - start)
    }
    return least
  }
  return recognisers.flatMap((row) =>
    seeds.map((seed) => {
      const text = seed.repeat(length / seed.length)
      const twice = text + text
      return {
        kind: row.kind,
        seed,
        once: best(() => matchesOf(row, text)),
        twice: best(() => matchesOf(row, twice)),
      }
    }),
  )
}

import { gzipSync } from 'node:zlib'
import { matchesOf } from '#shared/redaction/find-values.ts'
import { type Growth, measureGrowth } from '#shared/redaction/growth.bench.ts'
import { recognisers } from '#shared/redaction/recognisers.ts'
import { redact } from '#shared/redaction/redact.ts'
import { atMost, bytesAtMost, type Figure, milliseconds, printed } from '../measure/figure.ts'
import { growthOf, timed } from '../measure/growth.ts'
import { bundleRedaction } from './bundle-redaction.ts'

const length = 60_000
const rounds = 7
const mostPerDoubling = 3

/** Of all recognisers and hostile texts, so many of the fastest growing are measured again, in turn and for long. */
const suspects = 6

/** Below this many milliseconds a time says more about the clock than about the expression. */
const measurable = 0.5

/** Redaction runs while people type: it stays small, and no text makes it slower than its length does. */
export async function benchRedaction(): Promise<Figure[]> {
  const growths = measureGrowth(() => performance.now(), length)
  const figures: Figure[] = []
  for (const { kind, seed } of worstOf(growths)) {
    const rows = recognisers.filter((row) => row.kind === kind)
    const ratios = await growthOf(
      (size) => {
        const text = repeated(seed, size)
        return () => rows.map((row) => matchesOf(row, text))
      },
      [length, 2 * length],
      rounds,
    )
    const shown = `Recogniser "${kind}" on ${JSON.stringify(seed)} repeated, twice the length over once`
    figures.push(atMost(shown, ratios, mostPerDoubling))
  }
  const [slowest] = [...growths].sort((one, other) => other.twice - one.twice)
  const text = repeated(slowest?.seed ?? 'a', length)
  const wholes = await growthOf((size) => () => redact(repeated(text, size)), [length / 2, length], rounds)
  return [
    bytesAtMost('Redaction: JavaScript, gzip', gzipSync(await bundleRedaction(), { level: 9 }).length, 5_000),
    ...figures,
    atMost(`All of redaction on its slowest text, twice the length over once`, wholes, mostPerDoubling),
    printed(
      'All of redaction on its slowest text of 60,000 characters',
      milliseconds(timed(() => redact(text))()),
    ),
    printed('All of redaction on a note of 200 characters', milliseconds(timed(() => redact(note))())),
  ]
}

const note =
  'Reset the password of j.doe@contoso.example to Winter2026! and tested from 10.20.4.117; error 0x8007052E is gone. ' +
  'Called back on +49 30 1234567, user can open Outlook and the shared calendar again.'

function worstOf(growths: Growth[]): Growth[] {
  return growths
    .filter(({ twice }) => twice >= measurable)
    .sort((one, other) => other.twice / other.once - one.twice / one.once)
    .slice(0, suspects)
}

const repeated = (seed: string, size: number) => seed.repeat(Math.ceil(size / seed.length)).slice(0, size)

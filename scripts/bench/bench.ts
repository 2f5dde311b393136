import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { benchAppend } from './append/append.ts'
import { benchBytes } from './bytes/bytes.ts'
import { benchClick } from './click/click.ts'
import { benchJourney } from './journey/journey.ts'
import { benchLost } from './lost/lost.ts'
import type { Figure } from './measure/figure.ts'
import { benchRedaction } from './redaction/redaction.ts'
import { type Result, toMarkdown, toText } from './report/report.ts'
import { benchRules } from './rules/rules.ts'
import { benchStart } from './start/start.ts'
import { benchStreams } from './streams/streams.ts'
import { benchSuggestions } from './suggestions/suggestions.ts'

/**
 * Measures what the project promises in numbers: `npm run bench`, or `npm run bench -- append rules` for some of it.
 * Ends with 1 where a ratio or a size does not hold. `--write` puts the figures into docs/benchmarks.md.
 */

const benches: Record<string, { title: string; run: () => Promise<Figure[]> }> = {
  bytes: { title: 'Weight of the pod', run: benchBytes },
  click: { title: 'From a click to the next step', run: benchClick },
  append: { title: 'Appending to a session', run: benchAppend },
  streams: { title: 'Followers of a session', run: benchStreams },
  rules: { title: 'Growth of the rules', run: benchRules },
  redaction: { title: 'Redaction', run: benchRedaction },
  suggestions: { title: 'Suggestions', run: benchSuggestions },
  lost: { title: 'What a kill loses', run: benchLost },
  journey: { title: 'From the page to the text in the ticket', run: benchJourney },
  start: { title: 'Starting', run: benchStart },
}

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const unknown = positionals.find((name) => !(name in benches))
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
if (values.write && positionals.length > 0) {
  console.error('Only a whole run is written down: leave the names out, or leave --write out.')
  process.exit(1)
}

const results: Result[] = []
for (const [name, { title, run }] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  const result = { name, title, figures: await run() }
  results.push(result)
  console.log(toText(result))
}
if (values.write)
  await writeFile(path.resolve(import.meta.dirname, '../../docs/benchmarks.md'), toMarkdown(results))
const broken = results.flatMap(({ figures }) => figures.filter(({ holds }) => !holds))
for (const { what, measured, bound } of broken)
  console.error(`Does not hold: ${what}: ${measured}, ${bound}.`)
process.exit(broken.length === 0 ? 0 : 1)

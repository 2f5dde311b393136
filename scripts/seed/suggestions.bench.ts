import { indexFlows } from '#api/features/suggestions/index-flows.ts'
import { questionOf } from '#api/features/suggestions/question-of.ts'
import { seededRandom } from '#shared/testing/seeded-random.ts'
import { readSeedFlows } from './read-seed-flows.ts'
import { distractors } from './testing/distractors.ts'

/** Milliseconds it takes to index a library and to find the flows that fit a ticket. */
export interface SuggestionTimes {
  flows: number
  build: number
  p50: number
  p95: number
}

const flows = 200
const ticketLength = 10_000
const words =
  'the printer outlook account connect server mail error locked password update Verbindung disconnected timeout netzwerkdrucker yesterday 0x80070005 host-17 process queue job reading synchronizing'.split(
    ' ',
  )

/** Times suggestions for tickets of 10 kB in a library of 200 flows; `now` is a clock in milliseconds. */
export async function measureSuggestions(now: () => number, tickets = 200): Promise<SuggestionTimes> {
  const seeds = await readSeedFlows()
  const library = [...seeds, ...distractors(flows - seeds.length)]
  const started = now()
  const index = indexFlows(library)
  const build = now() - started
  const random = seededRandom(1)
  const times = Array.from({ length: tickets }, () => {
    let text = ''
    while (text.length < ticketLength) {
      const word = words[Math.floor(random() * words.length)] ?? ''
      text += random() < 0.1 ? `${word}${Math.floor(random() * 1e6).toString(36)}.\n` : `${word} `
    }
    const ticket = { summary: 'Outlook not connecting', type: null, subType: null }
    const question = questionOf({ ticket, texts: [{ text, byContact: true }] })
    const before = now()
    index.ask(question)
    return now() - before
  }).sort((one, other) => one - other)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { flows: library.length, build, p50: at(0.5), p95: at(0.95) }
}

if (import.meta.main) console.log(await measureSuggestions(() => performance.now()))

import { describe, expect, it } from 'vitest'
import { fold } from '../../session/fold.ts'
import back from '../../session/recorded/back-and-changed.json' with { type: 'json' }
import late from '../../session/recorded/late-acts.json' with { type: 'json' }
import passed from '../../session/recorded/passed-over.json' with { type: 'json' }
import type { Recording } from '../../session/recorded/recording.ts'
import solved from '../../session/recorded/solved-with-retries.json' with { type: 'json' }
import visits from '../../session/recorded/visits-of-two.json' with { type: 'json' }
import gaps from '../../session/recorded/waits-and-gaps.json' with { type: 'json' }
import free from '../../session/recorded/without-flow.json' with { type: 'json' }
import readers from '../../session/recorded/words-for-readers.json' with { type: 'json' }
import { upgradeEntry } from '../../session/upgrade-event.ts'
import { composePost } from '../post-text.ts'
import texts from './notes.json' with { type: 'json' }

/** Through JSON once more, since the compiler reads a file's texts as any text. */
const recordings: [keyof typeof texts, Recording][] = JSON.parse(
  JSON.stringify([
    ['back-and-changed', back],
    ['late-acts', late],
    ['passed-over', passed],
    ['solved-with-retries', solved],
    ['visits-of-two', visits],
    ['without-flow', free],
    ['words-for-readers', readers],
    ['waits-and-gaps', gaps],
  ]),
)
const audiences = ['internal', 'discussion', 'resolution'] as const

/** The texts that recorded sessions gave when they were recorded; they are never changed. */
describe.each(recordings)('the note of %s', (name, { header, closure, log }) => {
  it.each(audiences)('is the %s text it once was', (audience) => {
    const { text } = composePost(fold(header, closure, log.map(upgradeEntry)), closure, {
      audience,
      scope: 'whole_session',
      poster: header.startedBy,
      members: {},
      timeZone: 'Europe/Berlin',
      time: null,
      limit: 20_000,
      terms: [],
    })
    expect(text).toBe(texts[name][audience])
  })
})

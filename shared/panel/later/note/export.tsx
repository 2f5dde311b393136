import { useSignal } from '@preact/signals'
import { composeNote } from '#shared/note/compose-note.ts'
import { redactNote } from '#shared/note/redact-note.ts'
import { renderHtml } from '#shared/note/render-html.ts'
import { renderMarkdown } from '#shared/note/render-markdown.ts'
import { renderPlain } from '#shared/note/render-plain.ts'
import { redact } from '#shared/redaction/redact.ts'
import { Button } from '../../parts/button.tsx'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { Dialog } from '../dialogs/dialog.tsx'
import { draftOf } from './draft.ts'

const formats = {
  markdown: { ending: 'md', type: 'text/markdown' },
  text: { ending: 'txt', type: 'text/plain' },
  html: { ending: 'html', type: 'text/html' },
} as const

type Format = keyof typeof formats
const order: Format[] = ['markdown', 'text', 'html']

/** The whole session's note to take elsewhere; what identifies people is replaced on the way out. */
export function Export({ panel, scope, onClose }: { panel: Panel; scope: Scope; onClose: () => void }) {
  const t = allWords.value.export
  const said = useSignal('')
  const forClient = useSignal(draftOf(panel, scope).audience.peek() !== 'internal')
  const copy = (format: Format) => {
    const text = textOf(panel, scope, format, forClient.value)
    navigator.clipboard?.writeText(text).then(
      () => {
        said.value = t.copied
      },
      () => {
        said.value = t.failed
      },
    )
  }
  return (
    <Dialog title={t.title} onClose={onClose}>
      <ul class="rf-menu">
        {order.map((format) => (
          <li key={format} class="rf-row">
            <span class="rf-grow">{t[format]}</span>
            <Button icon="copy" onClick={() => copy(format)}>
              {t.copy}
            </Button>
            <Button icon="down" onClick={() => save(panel, scope, format, forClient.value)}>
              {t.save}
            </Button>
          </li>
        ))}
      </ul>
      <label class="rf-check">
        <input
          type="checkbox"
          checked={forClient.value}
          onChange={(event) => {
            forClient.value = event.currentTarget.checked
          }}
        />
        <span>{t.forClient}</span>
      </label>
      <p class="rf-note" role="status">
        {said.value}
      </p>
    </Dialog>
  )
}

function textOf(panel: Panel, scope: Scope, format: Format, forClient: boolean): string {
  const [me, state] = [panel.me.value, scope.state.value]
  if (!me || !state) return ''
  const time = draftOf(panel, scope).open.value
  const where = { timeZone: me.member.timeZone }
  const { session, closure, members } = state
  const composed = composeNote(session, closure, {
    ...where,
    from: 0,
    poster: me.member.id,
    members,
    minutes: time,
  })
  const { note } = redactNote(composed, { destination: 'export', terms: me.team.redactionTerms })
  const options = { ...where, audience: forClient ? ('discussion' as const) : ('internal' as const) }
  if (format === 'markdown') return renderMarkdown(note, options)
  if (format === 'text') return renderPlain(note, options)
  const { ticket } = session.header
  const summary = redact(ticket.summary, { destination: 'export', terms: me.team.redactionTerms }).text
  return renderHtml(note, { ...options, title: `${allWords.value.panel.ticket(ticket.id)} ${summary}` })
}

function save(panel: Panel, scope: Scope, format: Format, forClient: boolean): void {
  const { ending, type } = formats[format]
  const url = URL.createObjectURL(
    new Blob([textOf(panel, scope, format, forClient)], { type: `${type};charset=utf-8` }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = `${allWords.value.export.file(scope.ticket.id)}.${ending}`
  link.click()
  panel.host.surroundings.after(10_000, () => URL.revokeObjectURL(url))
}

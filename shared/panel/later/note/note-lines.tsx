import { type Signal, useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { capitalised, whenOf } from '#shared/note/arrange-note.ts'
import { removalNeedsReason } from '#shared/note/changed-lines.ts'
import type { NoteLine, SectionKind } from '#shared/note/document.ts'
import { clockFor } from '#shared/note/format-time.ts'
import { english } from '#shared/note/strings.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { record } from '../../state/act.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { ClientSwitch } from '../texts/client-switch.tsx'
import type { Draft } from './draft.ts'
import { EditLine, RemoveLine } from './edit-line.tsx'
import { Sources } from './sources.tsx'

interface LinesProps {
  panel: Panel
  scope: Scope
  draft: Draft
}

/** The note line by line; each tells what is behind it, and can be changed, left out and put back. */
export function NoteLines(props: LinesProps & { internalShown: Signal<boolean> }) {
  const { panel, draft, internalShown } = props
  const composed = draft.composed.value
  const all = draft.audience.value === 'internal' || internalShown.value || !composed?.text
  const sections = (composed?.note.sections ?? []).flatMap(({ kind, lines }) => {
    const seen = all ? lines : lines.filter(({ audience }) => audience === 'everyone')
    return seen.length > 0 ? [{ kind, lines: seen }] : []
  })
  // As the text itself says it.
  const zone = panel.me.value?.member.timeZone ?? ''
  const when = composed ? whenOf(composed.note, clockFor(zone, english)) : String
  return (
    <>
      {sections.map((section) => (
        <section key={section.kind} class="rf-section">
          <h3>{english.headings[section.kind]}</h3>
          <ul>
            {section.lines.map((line) => (
              <Line key={line.key} {...props} section={section.kind} line={line} when={when} />
            ))}
          </ul>
        </section>
      ))}
      <Removed {...props} />
    </>
  )
}

function Line(props: LinesProps & { section: SectionKind; line: NoteLine; when: (at: string) => string }) {
  const { panel, scope, draft, section, line, when } = props
  const t = allWords.value.note
  const open = useSignal(false)
  const left = draft.audience.value !== 'internal' && line.audience === 'internal'
  if (draft.editing.value === line.key)
    return <EditLine panel={panel} scope={scope} draft={draft} line={line} />
  const remove = () => {
    if (removalNeedsReason(line)) draft.removing.value = line.key
    else record(panel, scope, { type: 'line_removed', line: line.key })
  }
  return (
    <li class={left ? 'rf-internal' : ''}>
      <div class="rf-line">
        <button
          type="button"
          class="rf-line-text"
          aria-expanded={open.value}
          onClick={() => {
            open.value = !open.value
          }}
        >
          {line.at && <time>{when(line.at)}</time>}{' '}
          {(section === 'ruled_out' || section === 'cause') && line.words === 'ours'
            ? capitalised(line.text)
            : line.text}
          {line.words === 'technician' && <span class="rf-tag">{t.yours}</span>}
          {line.outdated && <span class="rf-tag rf-tag-warn">{t.outdated}</span>}
          {left && <span class="rf-tag">{t.internalOnly}</span>}
        </button>
        {draft.audience.value !== 'internal' && (
          <label class="rf-check" title={t.client}>
            <input
              type="checkbox"
              class="rf-client"
              checked={!left}
              aria-label={t.clientLine(line.text)}
              onChange={() => record(panel, scope, { type: 'line_shown', line: line.key, client: left })}
            />
          </label>
        )}
        <IconButton
          icon="acted"
          label={t.edit}
          onClick={() => {
            draft.editing.value = line.key
          }}
        />
        <IconButton icon="cross" label={t.remove} onClick={remove} />
      </div>
      {line.output && <pre class={`rf-output ${open.value ? 'rf-whole' : 'rf-cut'}`}>{line.output}</pre>}
      {open.value && <Sources scope={scope} events={line.events} />}
      {draft.removing.value === line.key && (
        <RemoveLine panel={panel} scope={scope} draft={draft} line={line} />
      )}
    </li>
  )
}

/** Lines that were left out, to be put back. */
function Removed({ panel, scope }: LinesProps) {
  const t = allWords.value.note
  const removed = (scope.state.value?.session.edits ?? []).filter(({ kind }) => kind === 'removed')
  if (removed.length === 0) return null
  return (
    <section class="rf-section">
      <h3>{t.removed}</h3>
      <ul>
        {removed.map((edit) => (
          <li key={edit.event} class="rf-line">
            <span class="rf-line-text rf-left-out">{edit.reason ?? edit.line}</span>
            <Button
              icon="undo"
              onClick={() => record(panel, scope, { type: 'line_restored', line: edit.line })}
            >
              {t.restore}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const addable: SectionKind[] = ['tried', 'done', 'cause', 'verified', 'open_question', 'verify_first', 'next']

/** A line of the technician's own. */
export function AddLine({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.note
  const section = useSignal<SectionKind>('done')
  const field = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const add = (event: Event) => {
    event.preventDefault()
    const text = field.current?.value ?? ''
    const client = box.current?.checked === true
    const body = { type: 'line_added', section: section.value, text, client } as const
    if (!text.trim() || !record(panel, scope, body)) return
    if (field.current) field.current.value = ''
    if (box.current) box.current.checked = false
  }
  return (
    <form class="rf-add-line" onSubmit={add}>
      <select
        aria-label={t.addTo}
        onChange={(event) => {
          section.value = addable[event.currentTarget.selectedIndex] ?? 'done'
        }}
      >
        {addable.map((kind) => (
          <option key={kind} selected={kind === section.value}>
            {english.headings[kind]}
          </option>
        ))}
      </select>
      <input
        ref={field}
        type="text"
        maxLength={4000}
        placeholder={t.add}
        aria-label={t.addField}
        autoComplete="off"
      />
      <Button type="submit" icon="plus">
        {allWords.value.run.freeAdd}
      </Button>
      <ClientSwitch box={box} />
    </form>
  )
}

/** Time of day in the member's zone. */
export function clock(at: string, timeZone: string | undefined): string {
  return new Date(at).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone && { timeZone }),
  })
}

import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { Button, IconButton } from '../../parts/button.tsx'
import { useChange, useMount } from '../../parts/effects.ts'
import { Icon } from '../../parts/icon.tsx'
import { takeFocus } from '../../parts/reveal.ts'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { watchSeen } from '../posts/by-hand.ts'
import { post, whenBack } from '../posts/post.ts'
import { PostChoices } from '../posts/post-choices.tsx'
import { canPost, type Draft, draftOf, isAllTold, whyNotPost } from './draft.ts'
import { LateActs } from './late-acts.tsx'
import { AddLine, NoteLines } from './note-lines.tsx'
import { OpenGaps } from './open-gaps.tsx'
import { StaysInternal } from './stays-internal.tsx'

/** The note as it will stand in the ticket: its lines, who reads it, and how it goes there. */
export function Note({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value
  const draft = draftOf(panel, scope)
  const composed = draft.composed.value
  const internalShown = useSignal(false)
  const title = useRef<HTMLHeadingElement>(null)
  useMount(() => takeFocus(title.current))
  return (
    <main class="rf-run">
      <div class="rf-progress">
        <IconButton
          icon="back"
          label={t.note.back}
          hint="Escape"
          onClick={() => {
            scope.screen.value = 'run'
          }}
        />
        <h2 tabIndex={-1} ref={title}>
          {t.note.title}
        </h2>
        <span class="rf-spring" />
        <IconButton icon="down" label={t.note.export} hint="x" onClick={() => show(panel, 'export')} />
      </div>
      <div class="rf-scroll rf-note-page">
        <LateActs panel={panel} scope={scope} />
        <OpenGaps panel={panel} scope={scope} draft={draft} />
        {composed?.note.thin && canPost(draft) && <p class="rf-note rf-thin">{composed.note.thin}</p>}
        <StaysInternal scope={scope} draft={draft} shown={internalShown} />
        <NoteLines panel={panel} scope={scope} draft={draft} internalShown={internalShown} />
        <AddLine panel={panel} scope={scope} />
        <Exact scope={scope} draft={draft} />
      </div>
      <PostChoices panel={panel} scope={scope} draft={draft} />
      <PostBar panel={panel} scope={scope} draft={draft} />
    </main>
  )
}

/** The text itself, as it goes out. */
function Exact({ scope, draft }: { scope: Scope; draft: Draft }) {
  const t = allWords.value.note
  const composed = draft.composed.value
  if (isAllTold(draft) && !canPost(draft))
    return (
      <div class="rf-row">
        <span class="rf-grow">{whyNotPost(draft)}</span>
        <Button
          hint="v"
          onClick={() => {
            draft.coverage.value = 'whole_session'
          }}
        >
          {t.scope.whole_session}
        </Button>
      </div>
    )
  if (!composed || !canPost(draft))
    return draft.audience.value === 'internal' ? (
      <div class="rf-row">
        <span class="rf-grow">{whyNotPost(draft)}</span>
        <Button
          onClick={() => {
            scope.screen.value = 'run'
          }}
        >
          {t.back}
        </Button>
      </div>
    ) : null
  return (
    <details class="rf-browse rf-exact">
      <summary>
        {t.exact}
        {composed.replaced > 0 && (
          <span class="rf-tag rf-tag-good">
            <Icon name="eye" /> {t.replaced(composed.replaced)}
          </span>
        )}
      </summary>
      <pre class="rf-output">{composed.text}</pre>
    </details>
  )
}

function PostBar({ panel, scope, draft }: { panel: Panel; scope: Scope; draft: Draft }) {
  const t = allWords.value
  const composed = draft.composed.value
  const bar = useRef<HTMLElement>(null)
  const link = scope.state.value?.link
  useMount(() => watchSeen(bar.current))
  useChange(link, () => {
    if (link === 'live' || link === 'polling') void whenBack(panel, scope, draft)
  })
  return (
    <footer class="rf-toolbar rf-post-bar" ref={bar}>
      {draft.trouble.value && (
        <p class="rf-banner rf-banner-bad" role="alert">
          <Icon name="warn" />
          <span>{draft.trouble.value}</span>
        </p>
      )}
      <span class="rf-note rf-grow">
        {t.post.inTicket(scope.ticket.id)}
        {composed !== null && composed.replaced > 0 && ` · ${t.note.replaced(composed.replaced)}`}
      </span>
      <Button
        look="lead"
        icon="send"
        hint="Enter"
        disabled={draft.accepting.value || !canPost(draft)}
        onClick={() => void post(panel, scope)}
      >
        {draft.accepting.value ? t.post.accepting : t.note.post}
      </Button>
    </footer>
  )
}

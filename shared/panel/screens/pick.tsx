import type { Suggestion } from '#shared/contracts/ticket.ts'
import { Button, KeyCap } from '../parts/button.tsx'
import { openSessions, suggested } from '../state/act.ts'
import type { Panel } from '../state/panel.ts'
import type { Scope } from '../state/scope.ts'
import { startFlow } from '../state/start.ts'
import { words } from '../words/words.ts'
import { Skeleton } from './skeleton.tsx'

/** What to work along: a session already begun, the flows that fit and why, all flows, or none at all. */
export function Pick({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = words.value
  const later = panel.later.value
  const found = scope.suggestions.value
  const fitting = suggested(scope)
  const begun = openSessions(scope).length
  return (
    <main class="rf-main rf-pick">
      {scope.trouble.value && (
        <p class="rf-banner rf-banner-warn" role="alert">
          {scope.trouble.value}
        </p>
      )}
      {later && <later.AbovePick panel={panel} scope={scope} />}
      {found === null || (begun > 0 && !later) ? (
        !scope.trouble.value && !scope.notAsked.value && <Skeleton />
      ) : (
        <section aria-labelledby="rf-fits">
          <h2 id="rf-fits">{fitting[0] ? t.pick.title : t.pick.nothing}</h2>
          {!fitting[0] && <p class="rf-note">{t.pick.nothingWhy}</p>}
          <ul class="rf-cards">
            {fitting.map((suggestion, index) => (
              <SuggestionCard
                key={suggestion.flow}
                panel={panel}
                scope={scope}
                suggestion={suggestion}
                index={begun + index}
              />
            ))}
          </ul>
        </section>
      )}
      <div class="rf-row">
        <Button
          look={found && !fitting[0] && !begun ? 'lead' : 'plain'}
          onClick={() => void startFlow(panel, scope, null)}
          disabled={scope.busy.value}
        >
          {t.pick.without}
        </Button>
      </div>
      {later && <later.BelowPick panel={panel} scope={scope} />}
    </main>
  )
}

function SuggestionCard(props: { panel: Panel; scope: Scope; suggestion: Suggestion; index: number }) {
  const { panel, scope, suggestion, index } = props
  const leading = index === 0
  const t = words.value.pick
  const later = panel.later.value
  return (
    <li>
      <button
        type="button"
        class={`rf-card ${leading ? 'rf-first' : ''}`}
        aria-current={leading ? 'step' : undefined}
        onClick={() => void startFlow(panel, scope, suggestion.flow)}
        disabled={scope.busy.value}
      >
        <span class="rf-card-title">{suggestion.title}</span>
        <span class="rf-note">
          {t.steps(suggestion.steps)} {index < 9 && <KeyCap of={String(index + 1)} />}
        </span>
        <span class="rf-card-text">{suggestion.summary}</span>
        {suggestion.words.length > 0 && (
          <span class="rf-why">
            {t.because}
            {suggestion.words.flatMap((word, at) => [at ? ', ' : ' ', <mark key={word}>{word}</mark>])}
          </span>
        )}
      </button>
      <div class="rf-under">
        {later && <later.Suggested panel={panel} scope={scope} suggestion={suggestion} />}
      </div>
    </li>
  )
}

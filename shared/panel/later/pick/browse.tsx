import { useSignal } from '@preact/signals'
import type { FlowSummary } from '#shared/contracts/flow.ts'
import { flowRef } from '#shared/flow/flow-ref.ts'
import { Button } from '../../parts/button.tsx'
import { useChange } from '../../parts/effects.ts'
import type { Panel } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { startFlow } from '../../state/start.ts'
import { allWords } from '../../words/all-words.ts'
import { readFlows } from './read-flows.ts'

/** All published flows, found by any of the words typed. */
export function Browse({ panel, scope }: { panel: Panel; scope: Scope }) {
  const t = allWords.value.pick
  const text = useSignal(panel.query.value)
  const isAsked = panel.query.value !== ''
  useChange(panel.query.value, () => {
    if (!panel.query.value) return
    text.value = panel.query.value
    void readFlows(panel, scope)
  })
  const flows = scope.flows.value
  const found = flows ? matching(flows, text.value) : []
  return (
    <details
      class="rf-browse"
      open={isAsked}
      onToggle={(event) => {
        if (event.currentTarget.open) void readFlows(panel, scope)
      }}
    >
      <summary>{t.browse}</summary>
      {isAsked && <p class="rf-note">{allWords.value.around.query(panel.query.value)}</p>}
      <input
        class="rf-input"
        type="search"
        placeholder={t.filter}
        aria-label={t.filter}
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value
        }}
      />
      {flows && found.length === 0 && (
        <div class="rf-row">
          <span class="rf-note rf-grow">{flows.length === 0 ? t.noneAtAll : t.noneFound}</span>
          {flows.length === 0 ? (
            <Button onClick={() => void startFlow(panel, scope, null)}>{t.without}</Button>
          ) : (
            <Button
              onClick={() => {
                text.value = ''
              }}
            >
              {t.showAll}
            </Button>
          )}
        </div>
      )}
      <ul class="rf-cards">
        {found.map((flow) => (
          <li key={flow.id}>
            <button
              type="button"
              class="rf-card"
              disabled={scope.busy.value}
              onClick={() => {
                if (flow.version !== null) void startFlow(panel, scope, flowRef(flow.id, flow.version))
              }}
            >
              <span class="rf-card-title">{flow.title}</span>
              <span class="rf-note">{t.steps(flow.steps)}</span>
              <span class="rf-card-text">{flow.summary}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Flows with any of the words, those with most of them first. */
export function matching(flows: FlowSummary[], text: string): FlowSummary[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return flows
  const scored = flows.map((flow) => {
    const all = `${flow.title} ${flow.summary}`.toLowerCase()
    return { flow, score: wanted.filter((word) => all.includes(word)).length }
  })
  return scored
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ flow }) => flow)
}

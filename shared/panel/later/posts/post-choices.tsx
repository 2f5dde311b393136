import type { Signal } from '@preact/signals'
import { Button } from '../../parts/button.tsx'
import { drawKey } from '../../parts/draw-key.ts'
import { type Panel, show } from '../../state/panel.ts'
import type { Scope } from '../../state/scope.ts'
import { allWords } from '../../words/all-words.ts'
import { type Draft, timeLock } from '../note/draft.ts'
import { clock } from '../note/note-lines.tsx'
import { sayDay } from '../time/say-time.ts'
import type { PostTime } from './post-time.ts'

interface ChoicesProps {
  panel: Panel
  scope: Scope
  draft: Draft
}

/** Who reads it, as what it is written, how long it took, and what happens to the status. */
export function PostChoices(props: ChoicesProps) {
  const { draft } = props
  const t = allWords.value.note
  const lock = timeLock(draft)
  return (
    <div class="rf-dock rf-choices-of-post">
      <Segments
        label={t.audience.label}
        hint="a"
        value={draft.audience}
        options={t.audience}
        of={audiences}
      />
      <div class="rf-kind">
        <Segments
          label={t.kind.label}
          hint="m"
          value={draft.kind}
          options={t.kind}
          of={lock ? noteAlone : kinds}
        />
        <Minutes {...props} />
      </div>
      {lock && <p class="rf-note">{t.timeLocked[lock]}</p>}
      {draft.options.value?.locks.discussions && <p class="rf-note">{t.discussionsLocked}</p>}
      <OtherDays draft={draft} />
      <details class="rf-browse rf-more">
        <summary>
          <Summary {...props} />
        </summary>
        <div class="rf-stack">
          <StatusChoice draft={draft} />
          {draft.kind.value === 'time' && <TimeChoices draft={draft} />}
          <Segments label={t.scope.label} hint="v" value={draft.coverage} options={t.scope} of={coverages} />
          {draft.audience.value !== 'internal' && (
            <label class="rf-check">
              <input
                type="checkbox"
                checked={draft.notify.value}
                onChange={(event) => {
                  draft.notify.value = event.currentTarget.checked
                }}
              />
              <span>{t.notify}</span>
            </label>
          )}
          {draft.optionsFailed.value && <p class="rf-note">{t.checkTicket}</p>}
        </div>
      </details>
    </div>
  )
}

/** What stays open of other days after this post; a time entry may be for one of them instead. */
function OtherDays({ draft }: { draft: Draft }) {
  const t = allWords.value.note
  return (
    <>
      {draft.time.value?.otherDays.map(({ day, minutes }) => (
        <p key={day} class="rf-note rf-row rf-tight">
          <span>{t.staysOpen(t.minutes(minutes), sayDay(day, 'UTC'))}</span>
          {draft.kind.value === 'time' && (
            <Button
              look="quiet"
              onClick={() => {
                draft.day.value = day
              }}
            >
              {t.takeDay}
            </Button>
          )}
        </p>
      ))}
    </>
  )
}

const audiences = ['internal', 'discussion', 'resolution'] as const
const kinds = ['note', 'time'] as const
const noteAlone = ['note'] as const
const coverages = ['since_last_post', 'whole_session'] as const

interface SegmentsProps<Value extends string> {
  label: string
  hint: string
  value: Signal<Value>
  options: Record<Value, string>
  of: readonly Value[]
}

function Segments<Value extends string>({ label, hint, value, options, of }: SegmentsProps<Value>) {
  return (
    <div class="rf-segments" role="radiogroup" aria-label={label} title={`${label} (${drawKey(hint)})`}>
      {of.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={`rf-${hint}`}
            checked={value.value === one}
            onChange={() => {
              value.value = one
            }}
          />
          <span>{options[one]}</span>
        </label>
      ))}
    </div>
  )
}

function Minutes({ panel, draft }: ChoicesProps) {
  const t = allWords.value
  const time = draft.time.value
  const zone = panel.me.value?.member.timeZone
  return (
    <button
      type="button"
      class="rf-button rf-quiet"
      title={t.command.begun}
      onClick={() => show(panel, 'begun')}
    >
      <span>
        {time ? t.note.minutes(time.minutes) : t.note.noTime}{' '}
        {time && <span class="rf-roomy-text">{t.note.from(startOf(time, zone))}</span>}
      </span>
    </button>
  )
}

/** The time of day, with the day where it is not the day of its end, or others are open, too. */
function startOf({ start, end, otherDays }: PostTime, zone: string | undefined): string {
  if (otherDays.length === 0 && sayDay(start, zone) === sayDay(end, zone)) return clock(start, zone)
  return `${sayDay(start, zone)}, ${clock(start, zone)}`
}

/** What the folded choices amount to. */
function Summary({ draft }: ChoicesProps) {
  const t = allWords.value.note
  const status = draft.options.value?.statuses.find(({ id }) => id === draft.status.value)
  return (
    <span>
      {t.status}: {status?.name ?? t.statusKeep} · {t.scope[draft.coverage.value]}
    </span>
  )
}

function StatusChoice({ draft }: { draft: Draft }) {
  const t = allWords.value.note
  const statuses = draft.options.value?.statuses ?? []
  const chosen = statuses.find(({ id }) => id === draft.status.value)
  return (
    <>
      <Select label={t.status} value={draft.status} none={t.statusKeep} options={statuses} />
      {chosen && !chosen.timeEntryAllowed && draft.kind.value === 'time' && (
        <p class="rf-note">{t.statusNoTime}</p>
      )}
    </>
  )
}

function TimeChoices({ draft }: { draft: Draft }) {
  const t = allWords.value.note
  const options = draft.options.value
  return (
    <>
      <Select
        label={t.workType}
        value={draft.workType}
        none={t.asBefore}
        options={options?.workTypes ?? []}
      />
      <Select
        label={t.workRole}
        value={draft.workRole}
        none={t.asBefore}
        options={options?.workRoles ?? []}
      />
      <label class="rf-field">
        <span>{t.billable}</span>
        <select
          onChange={(event) => {
            draft.billable.value = billables[event.currentTarget.selectedIndex - 1] ?? null
          }}
        >
          <option selected={draft.billable.value === null}>{t.asBefore}</option>
          {billables.map((one) => (
            <option key={one} selected={draft.billable.value === one}>
              {t.billables[one]}
            </option>
          ))}
        </select>
      </label>
      {options?.defaults.agreement && <p class="rf-note">{t.agreement(options.defaults.agreement.name)}</p>}
    </>
  )
}

const billables = ['Billable', 'DoNotBill', 'NoCharge', 'NoDefault'] as const

function Select(props: {
  label: string
  value: { value: number | null }
  none: string
  options: { id: number; name: string }[]
}) {
  const { label, value, none, options } = props
  return (
    <label class="rf-field">
      <span>{label}</span>
      <select
        onChange={(event) => {
          value.value = options[event.currentTarget.selectedIndex - 1]?.id ?? null
        }}
      >
        <option selected={value.value === null}>{none}</option>
        {options.map(({ id, name }) => (
          <option key={id} selected={value.value === id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

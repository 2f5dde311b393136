import { useState } from 'react'
import { controlApi } from './control-api.ts'
import { FaultDrawer } from './fault-drawer.tsx'
import { usePolled } from './use-polled.ts'

/** The strip that belongs to the sandbox and not to ConnectWise: the switch, what it does, the two figures. */
export function SandboxBar(props: { quarantineSeconds: number | null }) {
  const { value, trouble, again } = usePolled(controlApi.misbehave, 4000)
  const [open, setOpen] = useState(false)
  const [refused, setRefused] = useState('')
  const on = value?.on ?? false
  const toggle = async () => {
    try {
      await controlApi.setMisbehave(!on)
      setRefused('')
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error))
    }
    await again()
  }
  const says = `${on ? 'On: answers' : 'Answers'} get lost, come late or fail. Each text must still land exactly once.`
  const late = value ? value.latestLateCommitMs / 1000 : null
  return (
    <aside className={on ? 'sb-bar sb-bar-on' : 'sb-bar'} aria-label="Sandbox">
      <div className="sb-line">
        <button
          type="button"
          role="switch"
          aria-checked={on}
          className="sb-switch"
          onClick={() => void toggle()}
        >
          <span className="sb-switch-track">
            <span className="sb-switch-knob" />
          </span>
          Make ConnectWise misbehave
        </button>
        <span className="sb-says" title={says}>
          {refused || trouble || says}
        </span>
        <span className="sb-figures">
          {late !== null && (
            <span title="The latest that the sandbox saves a text after it has broken the connection">
              Latest late save {late} s
            </span>
          )}
          {props.quarantineSeconds !== null && (
            <span title="How long ResolutionFlow waits in the demo before it takes an unanswered text for lost">
              Wait before a retry {props.quarantineSeconds} s
            </span>
          )}
        </span>
        <button type="button" className="sb-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          Faults and writes
        </button>
      </div>
      {open && <FaultDrawer onClose={() => setOpen(false)} />}
    </aside>
  )
}

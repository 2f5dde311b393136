import { type FormEvent, useState } from 'react'
import { originOf, type Settings } from '../../settings/settings.ts'
import type { SetUpHost } from './set-up-host.ts'
import { setUpWords } from './set-up-words.ts'

interface Props {
  host: SetUpHost
  settings: Settings
  onChange: (settings: Settings) => void
}

/** ConnectWise servers beyond the cloud, each let in by the browser one at a time. A removed one can be put back. */
export function ConnectWiseForm({ host, settings, onChange }: Props) {
  const t = setUpWords.connectWise
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState('')
  const [removed, setRemoved] = useState<string | null>(null)

  async function add(origin: string): Promise<void> {
    if (!(await host.grant([origin]))) return setSaid(setUpWords.server.refused)
    onChange(await host.save({ connectWise: [...settings.connectWise, origin] }))
    setTyped('')
    setSaid('')
    setRemoved(null)
  }
  async function remove(origin: string): Promise<void> {
    onChange(await host.save({ connectWise: settings.connectWise.filter((each) => each !== origin) }))
    setSaid(t.removed(origin))
    setRemoved(origin)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const origin = originOf(typed)
    if (origin === null) setSaid(setUpWords.server.bad)
    else void add(origin)
  }
  return (
    <form onSubmit={submit}>
      {settings.connectWise.length === 0 ? (
        <p className="hint">{t.none}</p>
      ) : (
        <ul className="servers">
          {settings.connectWise.map((origin) => (
            <li key={origin}>
              <span>{origin}</span>
              <button type="button" aria-label={`${t.remove} ${origin}`} onClick={() => void remove(origin)}>
                {t.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <label>
        {t.label}
        <input
          type="text"
          inputMode="url"
          spellCheck={false}
          value={typed}
          aria-describedby="connectwise-hint connectwise-said"
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p id="connectwise-hint" className="hint">
        {t.hint}
      </p>
      <div className="row">
        <button type="submit">{t.add}</button>
        {removed && (
          <button type="button" onClick={() => void add(removed)}>
            {t.undo}
          </button>
        )}
      </div>
      <p id="connectwise-said" role="status" className="status">
        {said}
      </p>
    </form>
  )
}

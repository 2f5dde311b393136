import { type FormEvent, useState } from 'react'
import { originOf, type Settings } from '../../settings/settings.ts'
import { demo, type SetUpHost } from './set-up-host.ts'
import { setUpWords } from './set-up-words.ts'

interface Props {
  host: SetUpHost
  settings: Settings
  onChange: (settings: Settings) => void
}

/** Where the team's API is. Asks the browser for just that origin, and keeps it only once an API of ours answers there. */
export function ServerForm({ host, settings, onChange }: Props) {
  const t = setUpWords.server
  const [typed, setTyped] = useState(settings.api ?? '')
  const [said, setSaid] = useState(settings.api ? t.connected(settings.api) : '')
  const [isBad, setBad] = useState(false)

  const say = (text: string, bad: boolean) => {
    setSaid(text)
    setBad(bad)
  }
  async function connect(api: string, more: Partial<Settings>, origins: string[]): Promise<void> {
    // Asked first: the browser shows its question only within the click.
    if (!(await host.grant(origins))) return say(t.refused, true)
    say(t.busy, false)
    if (!(await host.isOurApi(api))) return say(t.silent(api), true)
    onChange(await host.save({ api, ...more }))
    setTyped(api)
    say(t.connected(api), false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const api = originOf(typed)
    if (api === null) say(t.bad, true)
    else void connect(api, {}, [api])
  }
  const takeDemo = () => {
    const connectWise = [...settings.connectWise, demo.connectWise]
    void connect(demo.api, { connectWise }, [demo.api, demo.connectWise])
  }
  return (
    <form onSubmit={submit}>
      <label>
        {t.label}
        <input
          type="text"
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          value={typed}
          aria-describedby="server-hint server-said"
          aria-invalid={isBad}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <p id="server-hint" className="hint">
        {t.hint}
      </p>
      <div className="row">
        <button type="submit" className="main">
          {t.connect}
        </button>
        <button type="button" onClick={takeDemo}>
          {t.demo}
        </button>
      </div>
      <p id="server-said" role="status" className={isBad ? 'status bad' : 'status'}>
        {said}
      </p>
    </form>
  )
}

import { useEffect, useState } from 'react'
import { type Language, languages, type Settings, type Theme, themes } from '../../settings/settings.ts'
import { ConnectWiseForm } from './connectwise-form.tsx'
import { ServerForm } from './server-form.tsx'
import type { SetUpHost } from './set-up-host.ts'
import { setUpWords } from './set-up-words.ts'
import { SignInForm } from './sign-in-form.tsx'

const nobody = (): void => undefined

/** The extension's options; each is kept as it is changed. */
export function OptionsPage({ host, first }: { host: SetUpHost; first: Settings }) {
  const t = setUpWords
  const [settings, setSettings] = useState(first)
  const [singleKeys, setSingleKeys] = useState(true)
  const [opening, setOpening] = useState('')
  useEffect(() => {
    void host.singleKeys().then(setSingleKeys)
    void host.openingKeys().then(setOpening)
  }, [host])
  useEffect(() => {
    document.documentElement.dataset.theme = settings.theme
  }, [settings.theme])
  const change = (part: Partial<Settings>) => void host.save(part).then(setSettings)
  return (
    <main>
      <h1>{t.options.title}</h1>
      <section>
        <h2>{t.welcome.steps.server}</h2>
        <ServerForm host={host} settings={settings} onChange={setSettings} />
      </section>
      <section>
        <h2>{t.welcome.steps.connectWise}</h2>
        <ConnectWiseForm host={host} settings={settings} onChange={setSettings} />
      </section>
      <section>
        <h2>{t.welcome.steps.signIn}</h2>
        <SignInForm host={host} settings={settings} onChange={setSettings} onMember={nobody} />
      </section>
      <section>
        <h2>{t.look.title}</h2>
        <Choice<Theme>
          label={t.look.theme}
          value={settings.theme}
          choices={themes}
          names={t.look.themes}
          onChange={(theme) => change({ theme })}
        />
        <Choice<Language>
          label={t.look.language}
          value={settings.language}
          choices={languages}
          names={t.look.languages}
          onChange={(language) => change({ language })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={singleKeys}
            onChange={({ target }) => {
              setSingleKeys(target.checked)
              void host.saveSingleKeys(target.checked)
            }}
          />
          {t.look.keys} <span className="hint">{t.look.keysWhy}</span>
        </label>
        <p className="hint">{t.look.opening(opening)}</p>
      </section>
    </main>
  )
}

function Choice<Value extends string>(props: {
  label: string
  value: Value
  choices: readonly Value[]
  names: Record<Value, string>
  onChange: (value: Value) => void
}) {
  const { label, value, choices, names, onChange } = props
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = choices.find((choice) => choice === target.value)
          if (chosen) onChange(chosen)
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {names[choice]}
          </option>
        ))}
      </select>
    </label>
  )
}

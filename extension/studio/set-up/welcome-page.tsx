import { useCallback, useEffect, useState } from 'react'
import type { Me } from '#shared/contracts/member.ts'
import type { Settings } from '../../settings/settings.ts'
import { Mark } from '../sign-in/mark.tsx'
import { ConnectWiseForm } from './connectwise-form.tsx'
import { ServerForm } from './server-form.tsx'
import { demo, type SetUpHost } from './set-up-host.ts'
import { setUpWords } from './set-up-words.ts'
import { SignInForm } from './sign-in-form.tsx'

/** The first-run page: four steps from the fresh extension to the first ticket. */
export function WelcomePage({ host, first }: { host: SetUpHost; first: Settings }) {
  const t = setUpWords.welcome
  const [settings, setSettings] = useState(first)
  const [me, setMe] = useState<Me | null>(null)
  const [keys, setKeys] = useState('')
  const onMember = useCallback((found: Me | null) => setMe(found), [])
  useEffect(() => void host.openingKeys().then(setKeys), [host])
  const isDemo = settings.api === demo.api
  return (
    <main>
      <Mark />
      <h1>{t.title}</h1>
      <p>{t.lead}</p>
      <ol className="steps">
        <li data-done={settings.api !== null}>
          <h2>{t.steps.server}</h2>
          <ServerForm host={host} settings={settings} onChange={setSettings} />
        </li>
        <li>
          <h2>{t.steps.connectWise}</h2>
          <details open={settings.connectWise.length > 0}>
            <summary>{t.cloud}</summary>
            <ConnectWiseForm host={host} settings={settings} onChange={setSettings} />
          </details>
        </li>
        <li data-done={me !== null}>
          <h2>{t.steps.signIn}</h2>
          <SignInForm host={host} settings={settings} onChange={setSettings} onMember={onMember} />
        </li>
        <li>
          <h2>{t.steps.ready}</h2>
          <p>{t.ready(keys)}</p>
          <div className="row">
            <button type="button" className={me ? 'main' : ''} onClick={host.openPanel}>
              {t.openPanel}
            </button>
            {isDemo && (
              <a href={demo.connectWise} target="_blank" rel="noreferrer">
                {t.openDemo}
              </a>
            )}
          </div>
        </li>
      </ol>
    </main>
  )
}

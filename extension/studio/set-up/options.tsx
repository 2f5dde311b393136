import { createRoot } from 'react-dom/client'
import { browserHost } from './browser-host.ts'
import { OptionsPage } from './options-page.tsx'
import './set-up.css'

const element = document.getElementById('studio')
if (element) {
  const host = await browserHost(chrome, window)
  const first = await host.settings()
  document.documentElement.dataset.theme = first.theme
  createRoot(element).render(<OptionsPage host={host} first={first} />)
}

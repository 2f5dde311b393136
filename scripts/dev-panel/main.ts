import { crowdedFlow } from '#scripts/e2e/crowded-flow.ts'
import { publishFlow } from '#shared/flow/publish-flow.ts'
import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { hostDouble } from '#shared/panel/testing/host-double.ts'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'

/** The panel over an in-memory API, to look at while it is built. `?ticket=none`, `?signin=refused`, `?flow=crowded`. */
const query = new URLSearchParams(location.search)
const host = hostDouble(
  browserSurroundings(),
  query.get('ticket') === 'none' ? null : { id: 1001, kind: 'service' },
)
host.refuseSignIn = query.get('signin') === 'refused'
if (query.get('flow') === 'crowded') {
  const { api } = host
  const published = publishFlow(crowdedFlow, 1, {})
  api.overrides.startSession = async (input) => {
    delete api.overrides.startSession
    const { header } = await api.client.call('startSession', input)
    const session = api.sessions.get(header.id)
    if (session && published.ok) {
      session.header = { ...session.header, flow: published.ref }
      session.closure = { root: published.ref, flows: { [published.ref]: published.flow } }
    }
    return api.client.call('getSession', { params: { id: header.id } })
  }
}
const element = document.getElementById('panel')
if (element) mountPanel(element, host)
Object.assign(window, { host })

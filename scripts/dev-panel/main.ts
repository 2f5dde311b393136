import { mountPanel } from '#shared/panel/mount-panel.tsx'
import { hostDouble } from '#shared/panel/testing/host-double.ts'
import { browserSurroundings } from '#shared/sync/browser-surroundings.ts'

/** The panel over an in-memory API, to look at while it is built. `?ticket=none`, `?signin=refused`. */
const query = new URLSearchParams(location.search)
const host = hostDouble(
  browserSurroundings(),
  query.get('ticket') === 'none' ? null : { id: 1001, kind: 'service' },
)
host.refuseSignIn = query.get('signin') === 'refused'
const element = document.getElementById('panel')
if (element) mountPanel(element, host)
Object.assign(window, { host })

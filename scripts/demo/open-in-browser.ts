import { spawn } from 'node:child_process'

/** Opens a link where a person would see it: on a desktop, from a terminal. Elsewhere the printed link has to do. */
export function openInBrowser(link: string): void {
  if (!process.stdout.isTTY || process.env.CI || process.env.SSH_CONNECTION) return
  const [command, ...args] = opener(link)
  if (command === undefined) return
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}

function opener(link: string): string[] {
  if (process.platform === 'darwin') return ['open', link]
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', link]
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? ['xdg-open', link] : []
}

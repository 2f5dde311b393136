import path from 'node:path'
import { build } from 'wxt'

/** Builds the extension to be tried out unpacked and says how: `npm run extension`. */
await build({ browser: 'chrome', mode: 'try-out' })
const folder = path.resolve(import.meta.dirname, '../../dist/extension/chrome-try-out')
console.log(`
The extension is in ${folder}

  1. Open chrome://extensions (Edge: edge://extensions) and switch on "Developer mode".
  2. "Load unpacked", and choose that folder.
  3. Its first page opens: "Use the demo on this computer" while "npm start" runs, or name your server.
`)

import { zip } from 'wxt'
import { packages } from './packages.ts'

/** Packs the extension for the shops of Chrome and Edge, and to be tried out: `npm run zip`. */
for (const [browser, mode] of packages)
  for (const file of await zip({ browser, mode })) console.log(`Packed ${file}`)

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkArrows } from './check-arrows.ts'
import { checkDeterminism } from './check-determinism.ts'
import { checkDocs } from './check-docs.ts'
import { checkEnvironment, checkSettings } from './check-environment.ts'
import { checkNames } from './check-names.ts'
import { checkSizes } from './check-sizes.ts'

/** Holds the house to its plan: who may import whom, names, sizes, docs that cite what is there, rules
 * without clock or chance, and an environment read in few places. */

const root = path.resolve(import.meta.dirname, '../..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

const findings = [
  ...checkArrows(files, read),
  ...checkNames(files),
  ...checkSizes(files, read),
  ...checkDocs(files, read),
  ...checkDeterminism(files, read),
  ...checkEnvironment(files, read),
  ...checkSettings(read),
]
for (const finding of findings) console.error(finding)
console.log(
  findings.length === 0 ? `The house stands: ${files.length} files.` : `${findings.length} findings.`,
)
process.exit(findings.length === 0 ? 0 : 1)

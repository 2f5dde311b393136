import { readImportEnvironment } from './environment.ts'
import { runImport } from './run-import.ts'

/** The command `npm run import-flow`. */
const command = async () =>
  runImport(process.argv.slice(2), readImportEnvironment(), (line) => console.log(line))

command().then(
  (isClean) => process.exit(isClean ? 0 : 1),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)

import { type ParseArgsConfig, parseArgs } from 'node:util'

type Config = Pick<ParseArgsConfig, 'allowPositionals'> & {
  options: NonNullable<ParseArgsConfig['options']>
}

/**
 * A command's flags. Throws, in plain words and with the command's usage below, for one that is not known or lacks its
 * value; with the usage alone for `--help`.
 */
export function readFlags<T extends Config>(args: string[], config: T, usage: string) {
  if (args.includes('--help') || args.includes('-h')) throw new Error(usage)
  try {
    return parseArgs({ ...config, args })
  } catch (error) {
    throw new Error(`${wordsFor(error)}\n\n${usage}`)
  }
}

function wordsFor(error: unknown): string {
  const [code, said] =
    error instanceof Error && 'code' in error ? [error.code, error.message] : [null, String(error)]
  const flag = /'(?:-\w, )?(-[^' <]*)/.exec(said)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `${flag} is not known here.`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'There is a word too many.'
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw new Error(said)
  return /does not take/.test(said) ? `${flag} takes no value.` : `${flag} needs a value.`
}

import { allWords } from '../../words/all-words.ts'

/** A command's words by its id. */
export function titleOfCommand(id: string): string {
  const { tool, command } = allWords.value
  const number = /^choice-(\d)$/.exec(id)?.[1]
  if (number) return command.choice(Number(number))
  const known: Record<string, unknown> = { ...command, ...tool }
  return String(known[id] ?? id)
}

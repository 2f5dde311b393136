const catalogueRead = String.raw`\b(?:allWords|laterWords|words)\.value((?:\??\.\w+)*)`
const named = new RegExp(String.raw`const (\w+) = ${catalogueRead}$`, 'gm')
const taken = new RegExp(String.raw`const \{ ([\w, ]+) \} = ${catalogueRead}$`, 'gm')

/**
 * The words of a catalogue that no source reads, as paths such as `run.done`. A group that is handed on or read by a
 * computed name uses those of its words that are written anywhere in the sources.
 */
export function unusedWords(catalogue: object, sources: readonly string[]): string[] {
  const read = new Set(sources.flatMap(pathsIn))
  const written = new Set(sources.flatMap((source) => source.match(/\w+/g) ?? []))
  return leavesOf(catalogue).filter((path) => {
    const parts = path.split('.')
    if (read.has(path)) return false
    const isHandedOn = parts.slice(1).some((_, at) => read.has(`${parts.slice(0, at + 1).join('.')}.*`))
    return !(isHandedOn && written.has(parts.at(-1) ?? ''))
  })
}

/** What a source reads of the catalogue, each as a path; `.*` at its end where it is a group that goes elsewhere. */
function pathsIn(source: string): string[] {
  const prefixes = new Map<string, Set<string>>()
  const add = (name: string, path: string) => prefixes.set(name, (prefixes.get(name) ?? new Set()).add(path))
  for (const [, name = '', path = ''] of source.matchAll(named)) add(name, path)
  for (const [, names = '', path = ''] of source.matchAll(taken))
    for (const name of names.split(', ')) add(name, `${path}.${name}`)
  const rest = source.replace(named, '').replace(taken, '')
  const found = [...rest.matchAll(new RegExp(catalogueRead, 'g'))].map(([, path = '']) => path)
  for (const [name, paths] of prefixes) {
    const uses = new RegExp(String.raw`(?<![\w.])${name}\b((?:\??\.\w+)*)`, 'g')
    for (const [, more = ''] of rest.matchAll(uses)) for (const path of paths) found.push(path + more)
  }
  return found.flatMap((path) => {
    const clean = path.replaceAll('?', '').slice(1)
    return [clean, `${clean}.*`]
  })
}

function leavesOf(catalogue: object, before = ''): string[] {
  return Object.entries(catalogue).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? leavesOf(value, `${before}${name}.`) : `${before}${name}`,
  )
}

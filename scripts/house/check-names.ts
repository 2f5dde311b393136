import path from 'node:path'

const magnets = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'types',
  'constants',
  'misc',
  'index',
])
const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

/** Files and folders whose name is no name: of another style, or a magnet for whatever has no place. */
export function checkNames(files: readonly string[]): string[] {
  return files
    .filter((file) => /^(shared|api|psa-pod|extension|scripts)\//.test(file) && !/\/migrations\//.test(file))
    .flatMap((file) => {
      const parts = file.split('/')
      const bad = parts.find((part) => !kebab.test(part) && part !== 'README.md')
      if (bad !== undefined) return [`${file}: "${bad}" is not kebab-case.`]
      const magnet = parts.find(
        (part) => magnets.has(part.replace(/\..*$/, '')) && path.extname(part) !== '.html',
      )
      return magnet === undefined
        ? []
        : [`${file}: "${magnet}" draws everything to it. Name the concept or the verb.`]
    })
}

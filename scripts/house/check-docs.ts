import path from 'node:path'

/** Links in Markdown files to files of this project, and docs named in comments of code, that are not there. */
export function checkDocs(files: readonly string[], read: (file: string) => string): string[] {
  const known = new Set([...files, ...files.flatMap((file) => foldersOf(file))])
  return files.flatMap((file) =>
    citedIn(file, read)
      .filter(({ target }) => !known.has(target))
      .map(({ words }) => `${file}: ${words}, which is not there.`),
  )
}

interface Cited {
  target: string
  words: string
}

function citedIn(file: string, read: (file: string) => string): Cited[] {
  if (file.endsWith('.md')) return linksIn(path.posix.dirname(file), read(file))
  return /\.(ts|tsx|mjs)$/.test(file) ? namedIn(read(file)) : []
}

function linksIn(folder: string, text: string): Cited[] {
  return [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(([, link = '']) => ({
    target: path.posix.normalize(path.posix.join(folder, link)).replace(/\/$/, ''),
    words: `links to ${link}`,
  }))
}

/** Paths are named from the root; a line of a comment begins with a star or two slashes. */
function namedIn(text: string): Cited[] {
  const comments = text.split('\n').filter((line) => /^\s*(?:\/?\*|\/\/)/.test(line))
  return comments
    .flatMap((line) => [...line.matchAll(/(?<![\w./-])docs\/[\w./-]*\w/g)])
    .map(([target]) => ({ target, words: `names ${target}` }))
}

function foldersOf(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

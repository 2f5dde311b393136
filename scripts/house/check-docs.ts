import path from 'node:path'

/** Links in Markdown files to files of this project that are not there. */
export function checkDocs(files: readonly string[], read: (file: string) => string): string[] {
  const known = new Set(files)
  const folders = new Set(files.flatMap((file) => foldersOf(file)))
  return files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].flatMap(([, link = '']) => {
        const target = path.posix
          .normalize(path.posix.join(path.posix.dirname(file), link))
          .replace(/\/$/, '')
        return known.has(target) || folders.has(target)
          ? []
          : [`${file}: links to ${link}, which is not there.`]
      }),
    )
}

function foldersOf(file: string): string[] {
  const parts = file.split('/')
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'))
}

const longest = 300

/** Hand-written files that have grown past what one concept needs. */
export function checkSizes(files: readonly string[], read: (file: string) => string): string[] {
  return files
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
    .flatMap((file) => {
      const lines = read(file).split('\n').length - 1
      return lines > longest
        ? [`${file}: ${lines} lines. Cut it where the concept ends (${longest} at most).`]
        : []
    })
}

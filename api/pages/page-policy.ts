/**
 * The content policy of a page: its own scripts, styles and calls, nothing from elsewhere, framed by `parent` alone or
 * by nobody.
 */
export function pagePolicy(parent: string | null): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    `frame-ancestors ${parent ?? "'none'"}`,
  ].join('; ')
}

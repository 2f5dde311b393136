import { stem } from './words-in.ts'

const english =
  'a an the and or but if then than that this these those i me my we our you your he she it its they them their is are was were be been am do does did have has had can could will would should may might must not no nor so to of in on at by for from with about into over after before again as up down out off very just only also there here when where why how what which who please thanks thank hi hello hey dear regards kind best sent get got getting issue problem help need needs want try tried trying user users client customer ticket today yesterday morning since still now any some all every other same one two'

const german =
  'der die das ein eine und oder aber wenn dann dass ich mich mir wir uns sie er es ihr ist sind war waren sein hat haben kann nicht kein keine zu von im in am auf bei für mit aus nach vor über unter auch noch nur schon bitte danke hallo gruss grüsse mehr sehr heute gestern'

/** Terms that say nothing of what is wrong. */
export const stopTerms: ReadonlySet<string> = new Set(
  `${english} ${german}`.split(' ').map((word) => stem(word.normalize('NFKD').replace(/\p{M}/gu, ''))),
)

import { stem } from './stem.ts'
import { folded } from './words-in.ts'

const english =
  'a an the and or but if then than that this these those i im ive id me my mine we were our us you your youre he she his her him it its itself they them their theyre is are was be been being am do does did doing have has had can could will would should may might must no nor so such too to of in on at by for from with without about into over under after before again as up down out off very really just only also even there here when while where why how what which who whom whose please pls plz thanks thank thx hi hello hey dear regards kind best sincerely sent get gets got getting gotten issue problem trouble help need needs needed want wants try tries tried trying let us user users client customer ticket today yesterday tomorrow morning afternoon evening since still now yet any anything some something all every each everyone everything other another same one two three both few more most much many once twice lot ago soon already always never often sometimes back go goes going went put make made take took like think know look see seen tell told give gave way thing things bit well good great ok okay fine right different'

const german =
  'der die das dem den des ein eine einen einem einer eines und oder aber wenn dann dass weil ich mich mir mein meine meinem meinen wir uns unser unsere unserem sie ihr ihre er es ist sind war waren sein wird werden worden hat haben habe hatte kann können könnte kein nichts zu zum zur von vom im ins am an auf aus bei beim für mit nach vor über unter auch noch nur schon seit bis bitte danke hallo guten tag gruss grüsse gruß grüße viele liebe mehr sehr heute gestern morgen früh wieder immer alle alles als wie was wer wo hier da so geht gehen steht macht machen bekomme'

const french =
  'le la les un une des du de et ou mais je tu il elle on nous vous ils mon ma mes ton ta tes son sa ses notre nos votre vos leur ce cet cette ces ne plus est sont suis etre été avoir ai avec pour par sur sous dans depuis après avant que qui quoi quand comme si se sans aux au en bonjour merci svp cordialement matin hier aujourd hui toujours encore'

/** Terms that say nothing of what is wrong. */
export const stopTerms: ReadonlySet<string> = termsOf(`${english} ${german} ${french}`)

const common =
  'say says said show shows work works working use used using new old open opened close closed start started stop stopped pc computer computers laptop machine desktop windows microsoft office mail mails message mails error failed fail screen phone number time day days week month hour minute server file files program software system app internet network browser page web site team company colleague colleagues people person person name send receive read call called ask asks asked click clicked box window change changed update updated restart restarted set text type typed left top bottom corner list everybody nobody somebody again long full first last next add run running check checked access device home desk end service support not nothing come comes coming keep keeps kept wrong rien pas'

/** Terms that stand in tickets of every kind: on their own they tell nothing apart. */
export const commonTerms: ReadonlySet<string> = termsOf(common)

function termsOf(list: string): Set<string> {
  return new Set(list.split(' ').map((word) => stem(folded(word))))
}

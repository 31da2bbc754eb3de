/**
 * Closed classes of English words that tell what a turn does. Kept in code and not among `model/language/words/`: they are grammar, no clinician has a say
 * in them, and every list there is a feature of the model of kinds.
 */
const split = (words: string): readonly string[] => words.split(' ')

const english = {
  /** Sounds that fill a pause. */
  filler: split('um uh er mm hm hmm mhm ah oh erm uhm'),
  /** Words that a turn may begin with, or be, without saying anything of its own. */
  backchannel: split(
    'um uh mm hm hmm mhm yeah yes yep yup ok okay right sure no oh alright all huh great good cool wow nice got it i see is that so well and absolutely exactly definitely',
  ),
  /** Words that stand before the first word that counts. */
  lead: split('okay ok so and but well right yeah now then alright or yes sure just because also actually'),
  auxiliary: split('do does did is are was were have has had can could will would should may might am'),
  question: split('what how why when where who which whose'),
  pronoun: split('you your i we it that he she they this there'),
  tell: split('tell describe share'),
  sounding: split('sound sounds seem seems look looks hear hearing sounding'),
  /** With `how` they ask for an amount or a grade: a short answer is enough. */
  amount: split('many much often long old far confident important ready likely serious big soon interested'),
  /** Words too common to tell that one person's words were said again by another. */
  common: split(
    "i you he she it we they me him her us them my your his its our their a an the and but or so of to in on at for with about that this these those is are was were be been being am do does did have has had not no yes yeah um uh mm hmm okay ok right like just well know 's 'd if then than from by up out there here what when how who which would could should can will because cause really very kind sort get got go going some any all more lot think",
  ),
} as const

/** The same in French, for the rules that stand in where no model is. */
const french: Record<keyof typeof english, readonly string[]> = {
  filler: split('euh heu hum mm hm mmh ah oh ben bah'),
  backchannel: split(
    "euh heu hum mm hm mmh oui ouais non ok okay d' accord bien bon ah oh je vois c' est vrai voila exactement tout a fait parfait super tres et absolument bien sur hein",
  ),
  lead: split('ok okay alors et mais bon donc oui ouais la puis ou non bien maintenant'),
  auxiliary: split(
    'avez etes est as es peux pouvez voulez veux pourriez pourrais seriez aimeriez aviez etiez croyez pensez sentez diriez savez allez faites vivez',
  ),
  question: split("quoi comment pourquoi quand ou qui quel quelle quels quelles combien qu' que"),
  pronoun: split('vous tu ce il elle on ils elles cela'),
  tell: split('racontez parlez decrivez dites raconte parle decris'),
  sounding: split('semble dirait entends comprends parait sens'),
  amount: split('fois temps'),
  common: split(
    "je tu il elle on nous vous ils elles me te se le la les un une des du de d' l' j' m' t' s' c' n' qu' que qui et ou mais donc a au aux en y dans pour par sur avec ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs est sont etait ai as avez ont pas ne oui non bien alors si plus tout tres",
  ),
}

/** Closed classes by the language that is read. */
export const turnWords = { en: english, fr: french } as const
export type TurnWordClass = keyof typeof english

/** What stands for something about a turn and not for a word; the colon keeps it from being taken for one. */
export const turnSymbols: readonly string[] = [
  ...'turn: core: next: start: end: end2: first: asks: last: sort: len: words: sents: quest: over: share: pair: pairs: past: fresh: before: before1: before2: after: after1: after2: among: beyond: behind: flag: own: left: right: mean: pick: pick2: size: answer:'.split(
    ' ',
  ),
  ...'wh inverted tell you sounds i we short other amount none mid'.split(' ').map(name => `is:${name}`),
  ...'allback cut continued number inverted wh first last asked askedlast stopped permission scale or yesno digits'
    .split(' ')
    .map(name => `has:${name}`),
  ...Array.from({ length: 13 }, (_none, i) => `n:${i}`),
  ...Array.from({ length: 5 }, (_none, i) => `p:${i}`),
]

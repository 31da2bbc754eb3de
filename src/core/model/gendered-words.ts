/** A wording that supposes somebody's sex, or asks a reader to agree with one; `found` is what a text must not match. */
export interface GenderedWording {
  language: 'en' | 'fr'
  found: RegExp
  mend: string
  /** True where only an item is held to it: in longer French, "il" and "elle" also stand for things. */
  itemsOnly?: true
}

const words = (list: string) => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'iu')
const endings = 'é|ée|és|ées|i|ie|is|u|ue|us|ues|eux|euse|if|ive'

/** What no text that a partner reads or hears may hold: the person answering and the person named may be of any sex. */
export const GENDERED_WORDS: GenderedWording[] = [
  {
    language: 'en',
    found: words("he|she|him|her|hers|his|himself|herself|he's|she's"),
    mend: 'use {name}, they or their',
  },
  {
    language: 'en',
    found: words(
      'husbands?|wife|wives|boyfriends?|girlfriends?|man|men|woman|women|guys?|lady|ladies|gentlem[ae]n|mothers?|fathers?|spouse',
    ),
    mend: 'use partner, person or parent',
  },
  {
    language: 'fr',
    // The impersonal "il" names nobody: il y a, il faut, il arrive, il reste, il est possible...
    found: words(
      "il(?! (?:n['’])?y (?:a|avait|aura)| (?:ne )?(?:m['’]|t['’]|nous |vous |lui |leur )?(?:faut|faudra|arrive|reste|suffit|manque)| (?:n['’])?est (?:facile|difficile|possible|important|utile|trop|temps|normal|question))|elles?|ils",
    ),
    itemsOnly: true,
    mend: 'name the person by {name}, or turn the sentence another way',
  },
  {
    language: 'fr',
    found: words(
      'maris?|femmes?|épou(?:x|ses?)|hommes?|copains?|copines?|compagn(?:ons?|es?)|conjoint(?:e|s|es)?|chacune?|père|mère|madame|monsieur',
    ),
    mend: 'use partenaire, personne or parent',
  },
  {
    language: 'fr',
    found: /\p{L}(?:\(e\)|·e|\.e\b|-e-|\/e\b)/iu,
    mend: 'choose a wording that needs no agreement',
  },
  {
    language: 'fr',
    found: new RegExp(
      `(?<!\\p{L})(?:je (?:ne )?(?:me |m['’])?|tu (?:ne )?(?:te |t['’])?|vous (?:ne )?(?:vous )?|\\{name\\} (?:ne )?(?:se |s['’]|n['’])?|nous (?:ne )?(?:nous )?)(?:suis|es|êtes|est|sommes|sens|sentez|sent|sentons) (?:pas |jamais |souvent |toujours |bien |très |trop |mal )*(?:\\p{L}{2,}(?:${endings})|seule?s?|contente?s?|prête?s?|sûre?s?|fi(?:er|ère)s?|certaine?s?|jalou(?:x|ses?))(?!\\p{L})`,
      'iu',
    ),
    mend: "choose a wording that needs no agreement, such as « cela me pèse », « j'ai peur », « à l'aise »",
  },
  {
    language: 'fr',
    found: /(?<!\p{L})(?:de|que|le|la|jusque|lorsque|puisque|parce que) \{name\}/iu,
    mend: 'turn the sentence so that nothing before {name} could need an elision (avec, pour, chez, quand, si {name})',
  },
]

/** The first gendered wording in a text, with the words found and what to write instead; nothing when there is none. */
export function findGendered(
  text: string,
  language: 'en' | 'fr',
  isItem: boolean,
): { words: string; mend: string } | undefined {
  for (const wording of GENDERED_WORDS) {
    if (wording.language !== language || (wording.itemsOnly && !isItem)) continue
    const found = wording.found.exec(text)?.[0]
    if (found) return { words: found, mend: wording.mend }
  }
  return undefined
}

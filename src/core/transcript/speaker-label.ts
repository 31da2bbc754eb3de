/** Names of roles that people write for a name, whatever their capitals. */
const roles =
  /^(?:(?:the )?(?:therapist|client|partner|speaker|interviewer|counsell?or|facilitator|moderator|interpreter|participant|unknown speaker)|th[ée]rapeute|psy|sexologue|client·?e|clientes?|conjoint·?e?|partenaire|intervenante?|interpr[èe]te|locuteur|locutrice|p|t|c)[ _-]?(?:\d{1,3}|[a-z])?$/iu

/** Somebody who came in by telephone. */
const phone = /^\+\d[\d *()-]{6,18}$/

/** Words before a colon that are no name: how speech and forms use colons. */
const never = new Set(
  (
    'note notes look listen anyway so well question answer example ps nb remember warning http https ftp mailto yes no ok okay but and or ' +
    'because thing point problem first second third finally also result basically honestly again ' +
    'remarque attention exemple réponse écoute écoutez bref donc alors enfin oui non mais et ou parce'
  ).split(' '),
)
/** What stands at the head of a file and is no speaker. */
const heads = new Set(
  (
    'date time duration present absent recorded recording title subject topic meeting session attendees participants location language kind ' +
    'transcript transcription file duree durée heure titre sujet réunion séance lieu langue fichier présents'
  ).split(' '),
)
const particles = new Set(
  '& de du des da di do van von der den la le les el al bin ibn et and y dit'.split(' '),
)

/** Takes off what surrounds a name: brackets, emphasis, marks of writing direction. */
export const trimLabel = (label: string): string =>
  label
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_[(<>"“«-]+|[\s*_\])>"”»]+$/gu, '')

const isShort = (label: string): boolean =>
  label.length > 0 && label.length <= 60 && label.split(' ').length <= 6

/** A name without what is said of it in brackets: "Anna (she/her)". */
const bare = (label: string): string => label.replace(/ ?\(.*$/, '')

/** Whether a label has the form of a name: each word begins with a capital, as far as its script has them. */
export const isNameLike = (label: string): boolean =>
  isShort(label) &&
  !/[!?;"“”…]|[.,](?! |$|\p{Lu})/u.test(label) &&
  /\p{L}/u.test(label) &&
  // A year makes it a date.
  !/\d{4}/.test(label) &&
  bare(label)
    .split(' ')
    .every((word, i) => /^[^\p{L}]*[^\p{Ll}\p{P}\p{S}]/u.test(word) || (i > 0 && particles.has(word))) &&
  // A pronoun, or a sentence that happens to be in capitals, is no name.
  !/^(?:I|WE|YOU|JE|ON|TU|VOUS|NOUS)(?: |$)/.test(label)

/** How often each possible name stands before words, and how many lines there are that could have one. */
export interface LabelCounts {
  labels: Map<string, number>
  lines: number
}

/**
 * Which of the words before colons are speakers. A name is told from a figure of speech by its form, by coming back, and
 * by how much of the file is written so. A role ("Therapist", "P1") is always one.
 */
export const chooseLabels = ({ labels, lines }: LabelCounts): Set<string> => {
  let named = 0
  for (const [label, count] of labels) if (isNameLike(label) && !isNever(label)) named += count
  let all = 0
  for (const count of labels.values()) all += count
  const usual = lines > 0 && named / lines >= 0.3
  const chosen = new Set<string>()
  for (const [label, count] of labels) {
    if (roles.test(label) || phone.test(label)) chosen.add(label)
    else if (isNever(label)) continue
    else if (isNameLike(label) ? usual || count >= 2 : isLowName(label) && count >= 2 && all / lines >= 0.3)
      chosen.add(label)
  }
  return chosen
}

const isNever = (label: string): boolean => {
  const first = label.toLowerCase()
  return never.has(first) || heads.has(first)
}
/** "anna", "speaker one": names that somebody typed in a hurry. */
const isLowName = (label: string): boolean =>
  isShort(label) && label.split(' ').length <= 2 && /^[\p{L}\p{N}][\p{L}\p{N} '’_-]*$/u.test(label)

import type { ReadingLanguage } from '../core/language/language-bundle.ts'
import type { Reading, Turn } from '../core/language/reading.ts'

interface Words {
  talk: string
  asked(questions: number, open: number): string
  reflected(count: number): string
  informed(count: number): string
  early(count: number): string
  findings(count: number): string
  noRisk: string
  turn(number: number): string
  say: string
  narrow: string | null
  percent(share: number): string
  quote(text: string): string
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const pluriel = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`

const wordsIn: Record<ReadingLanguage, Words> = {
  en: {
    talk: 'Who spoke how much',
    asked: (questions, open) => `${plural(questions, 'turn asks', 'turns ask')}, ${open} of them openly`,
    reflected: count => plural(count, 'turn reflects', 'turns reflect'),
    informed: count => plural(count, 'turn informs or advises', 'turns inform or advise'),
    early: count => `${plural(count, 'turn asks', 'turns ask')} for sexual detail before the foundations`,
    findings: count => (count === 0 ? 'Nothing found' : plural(count, 'finding', 'findings')),
    noRisk: 'No sign of danger was found in these words. That is not safety.',
    turn: number => `turn ${number}`,
    say: 'To say next: ',
    narrow: null,
    percent: share => `${Math.round(share * 100)}%`,
    quote: text => `“${text}”`,
  },
  fr: {
    talk: 'Qui a parlé, et combien',
    asked: (questions, open) =>
      `${pluriel(questions, 'tour pose une question', 'tours posent une question')}, dont ${pluriel(open, 'ouverte', 'ouvertes')}`,
    reflected: count => pluriel(count, 'tour reflète', 'tours reflètent'),
    informed: count => pluriel(count, 'tour informe ou conseille', 'tours informent ou conseillent'),
    early: count =>
      `${pluriel(count, 'tour demande', 'tours demandent')} des détails sexuels avant les fondations`,
    findings: count => (count === 0 ? 'Rien à signaler' : pluriel(count, 'constat', 'constats')),
    noRisk: 'Aucun signe de danger n’a été repéré dans ces mots. Cela ne veut pas dire que tout va bien.',
    turn: number => `tour ${number}`,
    say: 'À dire ensuite : ',
    narrow: 'La lecture du français est plus récente que celle de l’anglais, et en manque davantage.',
    percent: share => `${Math.round(share * 100)} %`,
    quote: text => `« ${text} »`,
  },
}

/** Nothing that somebody wrote into a transcript may move a terminal's cursor. */
const plain = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')

/** A reading as plain text for a terminal: shares of talk, what the therapist's turns did, and each finding in its words. */
export const writeReadingText = (
  turns: readonly Turn[],
  { findings, summary }: Reading,
  language: ReadingLanguage,
): string => {
  const words = wordsIn[language]
  const lines: string[] = []
  if (words.narrow) lines.push(words.narrow, '')
  const shares = Object.entries(summary.talk).map(
    ([name, share]) => `${plain(name) || '…'} ${words.percent(share)}`,
  )
  lines.push(`${words.talk}: ${shares.join(', ')}`.replace(': ', language === 'fr' ? ' : ' : ': '))
  const therapists = new Set(turns.filter(({ role }) => role === 'therapist').map(({ speaker }) => speaker))
  if (therapists.size) {
    const { questions, open, reflections, input, sexBeforeFoundations } = summary.therapist
    const done = [words.asked(questions, open), words.reflected(reflections), words.informed(input)]
    if (sexBeforeFoundations) done.push(words.early(sexBeforeFoundations))
    lines.push(
      `${plain([...therapists].join(', '))}${language === 'fr' ? ' : ' : ': '}${done.join(language === 'fr' ? ' ; ' : '; ')}`,
    )
  }
  lines.push(words.findings(findings.length))
  if (!findings.some(({ kind }) => kind === 'risk')) lines.push(words.noRisk)
  for (const { turn, quote, reason, sayInstead } of findings) {
    lines.push('', `${plain(turns[turn]?.speaker ?? '') || '…'}, ${words.turn(turn + 1)}`)
    lines.push(`  ${words.quote(plain(quote))}`, `  ${plain(reason)}`)
    if (sayInstead) lines.push(`  ${words.say}${plain(sayInstead)}`)
  }
  return lines.join('\n')
}

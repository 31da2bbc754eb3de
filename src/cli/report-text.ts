import type { Blueprint } from '../core/assessment/blueprint.ts'
import { seenApart } from '../core/assessment/row-reasons.ts'
import type { Model } from '../core/model/schema.ts'
import type { Plan } from '../core/plan/next-questions.ts'
import { type BlueprintText, inSentence } from '../ui/blueprint/blueprint-text.ts'
import { sayClimate } from '../ui/blueprint/say-climate.ts'
import { sayPhrase } from '../ui/blueprint/say-phrase.ts'
import { sayReason } from '../ui/blueprint/say-reason.ts'
import { saySexuality } from '../ui/blueprint/say-sexuality.ts'

const WIDTH = 41
const MEASURE = 88
const MOST_QUESTIONS = 5
const marks = ['●', '◆', '■', '▲']
const markOf = (person: number) => marks[person % marks.length] as string

/** Breaks words into lines of the page's measure; the lines after the first are set in as far as the first. */
const wrap = (text: string, indent = '', first = indent): string => {
  const lines = ['']
  for (const word of text.split(/[ \n\t]+/)) {
    const line = lines.at(-1) as string
    if (line && indent.length + line.length + 1 + word.length > MEASURE) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines.map((line, index) => (index === 0 ? first : indent) + line).join('\n')
}

/** The line of one row, with the gap drawn heavier; marks at one place stand side by side. */
const drawLine = (scores: (number | null)[]): string => {
  const line: string[] = Array.from({ length: WIDTH }, (_, column) => (column % 10 === 0 ? '┼' : '─'))
  const places = scores.map(score => (score === null ? null : Math.round((score / 100) * (WIDTH - 1))))
  const known = places.filter(place => place !== null)
  for (let column = Math.min(...known); column < Math.max(...known); column++) line[column] = '━'
  const taken = new Set<number>()
  for (const [person, place] of places.entries()) {
    if (place === null) continue
    const free = [place, place + 1, place - 1, place + 2, place - 2, place + 3, place - 3].find(
      column => column >= 0 && column < WIDTH && !taken.has(column),
    )
    if (free === undefined) continue
    taken.add(free)
    line[free] = markOf(person)
  }
  return line.join('')
}

/** The whole report as plain text, for a terminal or a chart: places on a line and words, no numbers. */
export const writeReportText = (
  model: Model,
  blueprint: Blueprint,
  plan: Plan,
  text: BlueprintText,
): string => {
  const { t, words, name, names } = text
  const key = blueprint.seats.map((seat, person) => `${markOf(person)} ${name(seat)}`).join('   ')
  const nameOf = (id: string) => model.elements.find(element => element.id === id)
  const left = Math.max(...model.elements.map(({ name }) => words(name).length)) + 2

  const meaning = blueprint.seats.flatMap(seat => {
    const { choice = null, words: own = null } = blueprint.meaning.bySeat[seat] ?? {}
    const chosen = model.meaning.choices.find(({ id }) => id === choice)
    const said = chosen ? words(chosen.text) : t('blueprint.meaning.unsaid')
    return [
      wrap(t('blueprint.meaning.line', { name: name(seat), said }), '      ', '  '),
      ...(own ? [wrap(own, '      ')] : []),
    ]
  })
  const told =
    blueprint.seats.length > 1 && blueprint.seats.every(seat => blueprint.meaning.bySeat[seat]?.choice)
  const match = blueprint.meaning.match === null ? 'open' : blueprint.meaning.match ? 'same' : 'differ'

  const rows = blueprint.elements.flatMap(row => {
    const element = nameOf(row.id)
    const far = seenApart(row)
    return [
      `  ${(element ? words(element.name) : row.id).padEnd(left)}${drawLine(row.partners.map(({ score }) => score))}  ${sayPhrase(row, text)}`,
      ...(far ? [`  ${' '.repeat(left)}${sayReason(far, model, text)}`] : []),
    ]
  })
  const ends = [words(model.scale.ends.low), words(model.scale.ends.high)] as const

  const [first, ...rest] = blueprint.beginWith
  const element = first && nameOf(first.element)
  const then = rest.slice(0, 2).flatMap(({ element: id }) => nameOf(id) ?? [])
  const question = element?.interview[0]
  const ask = t(blueprint.seats.length > 1 ? 'blueprint.begin.ask-alone' : 'blueprint.begin.ask')

  const next = plan.next.slice(0, MOST_QUESTIONS)
  const whys = next.map(({ why }) => why.map(reason => sayReason(reason, model, text)).join(' '))
  const questions = next.flatMap((planned, index) => {
    const alone = planned.alone ? ` (${t('blueprint.plan.alone')})` : ''
    const why = whys[index] as string
    return [
      wrap(words(planned.text) + alone, '     ', `  ${index + 1}. `),
      ...(why === whys[index - 1] ? [] : [wrap(why, '     ')]),
    ]
  })
  const climate = blueprint.climate.map(row => {
    const area = model.climate.find(({ id }) => id === row.id)
    const title = area ? words(area.name) : row.id
    return `  ${title.padEnd(left + 6)}${drawLine(row.partners.map(({ score }) => score))}  ${sayClimate(row, text)}`.trimEnd()
  })

  const sections = [
    [t('blueprint.title').toLocaleUpperCase(), t('blueprint.sheets', { names: names(blueprint.seats) })],
    [t('blueprint.meaning.title'), ...meaning, ...(told ? [`  ${t(`blueprint.meaning.${match}`)}`] : [])],
    [
      `${key}   (${t('blueprint.key.no-band')})`,
      '',
      ...rows,
      `  ${' '.repeat(left)}${ends[0]}${' '.repeat(Math.max(1, WIDTH - ends[0].length - ends[1].length))}${ends[1]}`,
    ],
    [
      element
        ? t('blueprint.begin.title', { element: inSentence(words(element.name)) })
        : t('blueprint.begin.unknown'),
      wrap(
        first
          ? first.reasons.map(reason => sayReason(reason, model, text)).join(' ')
          : t('blueprint.begin.unknown-why'),
        '  ',
      ),
      ...(question ? [wrap(`${ask} ${words(question.text)}`, '  ')] : []),
      ...(then.length
        ? [
            wrap(
              t('blueprint.begin.then', { elements: text.list(then.map(({ name }) => words(name))) }),
              '  ',
            ),
          ]
        : []),
      wrap(saySexuality(blueprint.sexuality, false, model, text), '  '),
    ],
    [t('blueprint.plan.title'), ...questions],
    [
      t('blueprint.plan.any-time'),
      ...plan.anyTime.map(({ text: question, alone }) =>
        wrap(words(question) + (alone ? ` (${t('blueprint.plan.alone')})` : ''), '    ', '  - '),
      ),
    ],
    [t('blueprint.climate.title'), ...climate],
    [wrap(t('blueprint.not-validated'))],
  ]
  return sections.map(lines => lines.join('\n')).join('\n\n')
}

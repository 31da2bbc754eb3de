import type { RehearsalModel, SimulatedCouple } from '../core/model/couple-schema.ts'
import type { Reply } from '../core/simulation/reply.ts'
import { personOf } from '../core/simulation/session-state.ts'
import type { SessionSummary } from '../core/simulation/summarise-session.ts'
import type { RehearsalTurn } from '../core/simulation/take-turn.ts'

type Language = 'en' | 'fr'

const words = {
  en: {
    better: 'For example',
    well: 'Done well',
    tryNext: 'To try next',
    observed: 'observed',
    inside: 'From within',
    turn: 'turn',
  },
  fr: {
    better: 'Par exemple\u00a0',
    well: 'Réussi',
    tryNext: 'À essayer',
    observed: 'observé\u00a0',
    inside: 'De l’intérieur',
    turn: 'tour',
  },
} as const

const nameOf = (couple: SimulatedCouple, id: string) => personOf(couple, id).name

export const repliesAsJson = (couple: SimulatedCouple, replies: readonly Reply[]) =>
  replies.map(({ who, text, manner }) => ({ who: nameOf(couple, who), text, manner }))

export const turnAsJson = (
  couple: SimulatedCouple,
  { replies, feedback, state }: RehearsalTurn,
  language: Language,
) => ({
  replies: repliesAsJson(couple, replies),
  stage: state.stage,
  feedback: feedback.map(({ what, why, better }) => ({ what: what[language], why: why[language], better })),
})

export const summaryAsJson = (
  couple: SimulatedCouple,
  { skills, well, tryNext, state, danger }: SessionSummary,
  language: Language,
) => ({
  summary: {
    skills,
    well: well.map(({ text }) => text[language]),
    tryNext: tryNext[language],
    danger: danger?.[language] ?? null,
  },
  state: state.map(({ who, underneath, ...inner }) => ({
    who: nameOf(couple, who),
    ...inner,
    underneath: underneath[language],
  })),
})

const speech = (couple: SimulatedCouple, replies: readonly Reply[]) =>
  replies.map(({ who, text, manner }) => `${nameOf(couple, who)} (${manner}): ${text}`)

export const openingAsText = (
  couple: SimulatedCouple,
  replies: readonly Reply[],
  language: Language,
): string => [couple.title[language], couple.brief[language], '', ...speech(couple, replies)].join('\n')

export const turnAsText = (
  couple: SimulatedCouple,
  { replies, feedback }: RehearsalTurn,
  language: Language,
): string =>
  [
    ...speech(couple, replies),
    ...feedback.map(
      ({ what, why, better }) =>
        `  · ${what[language]} ${why[language]}${better ? `\n    ${words[language].better}: ${better}` : ''}`,
    ),
    '',
  ].join('\n')

export const summaryAsText = (
  { skills }: Pick<RehearsalModel, 'skills'>,
  couple: SimulatedCouple,
  summary: SessionSummary,
  language: Language,
): string => {
  const { well, tryNext, observed, inside, turn } = words[language]
  return [
    ...skills.map(({ id, name }) => {
      const { value, band, n } = summary.skills[id]
      return `${name[language]}: ${value.toFixed(2)} ± ${band.toFixed(2)} (${observed}: ${n})`
    }),
    '',
    `${well}:`,
    ...summary.well.map(
      ({ text, turn: at }) => `  · ${text[language]}${at === null ? '' : ` (${turn} ${at})`}`,
    ),
    `${tryNext}: ${summary.tryNext[language]}`,
    '',
    `${inside}:`,
    ...summary.state.map(({ who, underneath }) => `  ${nameOf(couple, who)}: ${underneath[language]}`),
    ...(summary.danger ? ['', summary.danger[language]] : []),
  ].join('\n')
}

import type { Issue } from './checked.ts'
import {
  type Line,
  LineUseSchema,
  type SimulatedCouple,
  type SimulatedPartner,
  type Stance,
} from './couple-schema.ts'
import { ElementIdSchema } from './schema.ts'
import { complainAt, type Placed } from './placed.ts'

const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand'.split(
    ' ',
  ),
)
/** Numbers that are manners of speaking and state nothing. */
const idle =
  /\b(?:one|two|three|twenty|hundred|thousand|ten) (?:of us|of them|seconds?|minutes?|times|things|people|different)\b|\b(?:the|us|you|we|both|all|or) (?:two|three)\b|\btwo (?:questions|sentences|words|people|sides|ways|seconds)\b/gi
/** Capitals that name nobody and nothing of this person's. */
const open = new Set([
  'I',
  'OK',
  'Okay',
  'God',
  'TV',
  'Christ',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
  'Sundays',
  'Saturdays',
  'Fridays',
  'Christmas',
])

/** Names and numbers in a line that only a fact may bring in. */
export const particularsIn = (say: string): string[] => {
  const spoken = say.replace(/[{}|]/g, ' . ').replace(idle, ' ')
  const capitals = [...spoken.matchAll(/(?<=[\p{L}\p{N},;:’'"] )\p{Lu}[\p{L}’']*/gu)].map(([word]) => word)
  const names = capitals
    .map(word => word.replace(/[’']\w*$/, ''))
    .filter(word => word.length > 1 && !open.has(word))
  const numbers =
    spoken
      .match(/\b\d+\b|\b[a-z]+\b/gi)
      ?.filter(word => /^\d+$/.test(word) || numberWords.has(word.toLowerCase())) ?? []
  return [...names, ...numbers]
}

const sayOf = (line: Line) => (typeof line === 'string' ? { say: line, asserts: [] } : line)

/** Uses that a person answers with at once, so that either they or their stance must have lines for them. */
const needed = LineUseSchema.options.filter(use => !['recruits', 'asks-advice', 'misuses'].includes(use))

const checkPerson = (
  at: Placed<SimulatedCouple>,
  person: SimulatedPartner,
  place: number,
  stances: readonly Stance[],
): Issue[] => {
  const { value: couple } = at
  const stance = stances.find(({ id }) => id === person.stance)
  const names = couple.people.map(({ name }) => name)
  const here = ['people', place]
  const complain = (keys: PropertyKey[], code: string, cause: string, mend: string) =>
    complainAt(at, code, cause, mend, [...here, ...keys])
  const facts = new Map(person.facts.map(fact => [fact.id, fact]))
  const checkSaid = (keys: PropertyKey[], line: { say: string; asserts: readonly string[] }): Issue[] => {
    const unknown = line.asserts.filter(fact => !facts.has(fact))
    const allowed = new Set(
      // How many they are is plain to see.
      [
        ...names,
        ...['two', 'three'].slice(0, couple.people.length - 1),
        ...line.asserts.flatMap(fact => facts.get(fact)?.words ?? []),
      ].map(word => word.toLowerCase()),
    )
    const loose = particularsIn(line.say).filter(word => !allowed.has(word.toLowerCase()))
    return [
      ...unknown.map(fact =>
        complain(
          keys,
          'no-fact',
          `it asserts \`${fact}\`, which ${person.name} has no fact of`,
          'add the fact, or assert another',
        ),
      ),
      ...loose.map(word =>
        complain(
          keys,
          'loose-fact',
          `the line says "${word}" and asserts no fact that holds it`,
          'assert the fact that has this word among its `words`, or leave the word out',
        ),
      ),
      ...(line.say.includes('!')
        ? [complain(keys, 'exclamation', 'the line holds an exclamation mark', 'let the words carry it')]
        : []),
    ]
  }
  const lacking = needed.filter(use => !person.lines[use] && !stance?.lines[use])
  const elements = ElementIdSchema.options.filter(
    element => !person.tells.some(telling => telling.about === element),
  )
  const depths = [1, 2, 3].filter(depth => !person.tells.some(telling => telling.depth === depth))
  const unordered = person.holdsBack.some(
    (held, index, all) => index > 0 && held.trust < (all[index - 1]?.trust ?? 0),
  )
  return [
    ...(stance
      ? []
      : [
          complain(
            ['stance'],
            'no-stance',
            `there is no stance \`${person.stance}\``,
            'add its file to model/rehearsal/stances/',
          ),
        ]),
    ...lacking.map(use =>
      complain(
        ['lines'],
        'no-lines',
        `neither ${person.name} nor the stance has lines for \`${use}\``,
        'add some',
      ),
    ),
    ...elements.map(element =>
      complain(
        ['tells'],
        'no-telling',
        `${person.name} has nothing to tell about \`${element}\``,
        'add a telling',
      ),
    ),
    ...depths.map(depth =>
      complain(['tells'], 'no-depth', `${person.name} tells nothing at depth ${depth}`, 'add a telling'),
    ),
    ...(unordered
      ? [
          complain(
            ['holdsBack'],
            'order',
            'what takes more trust stands before what takes less',
            'put the easy things first',
          ),
        ]
      : []),
    ...person.tells.flatMap((telling, index) => checkSaid(['tells', index], telling)),
    ...person.holdsBack.flatMap((held, index) =>
      held.lines.flatMap((line, n) => checkSaid(['holdsBack', index, 'lines', n], sayOf(line))),
    ),
    ...Object.entries(person.lines).flatMap(([use, lines]) =>
      (lines ?? []).flatMap((line, n) => checkSaid(['lines', use, n], sayOf(line))),
    ),
  ]
}

/** Whether each line of a couple states only what the person's data hold, and nobody lacks words for what can happen. */
export const checkCouple = (at: Placed<SimulatedCouple>, stances: readonly Stance[]): Issue[] => {
  const { people, structure, danger } = at.value
  const count = { couple: 2, three: 3, one: 1 }[structure]
  const known = new Set(people.flatMap(person => [...person.facts, ...person.holdsBack].map(({ id }) => id)))
  return [
    ...(people.length === count
      ? []
      : [
          complainAt(
            at,
            'count',
            `it says \`${structure}\` and has ${people.length} people`,
            `give it ${count}`,
            ['people'],
          ),
        ]),
    ...people.flatMap((person, place) => checkPerson(at, person, place, stances)),
    ...(danger && !people.some(({ id }) => id === danger.person)
      ? [
          complainAt(
            at,
            'nobody',
            `\`${danger.person}\` is nobody of this couple`,
            'name one of the people by id',
            ['danger', 'person'],
          ),
        ]
      : []),
    ...(danger?.signs ?? [])
      .filter(sign => !known.has(sign))
      .map(sign =>
        complainAt(
          at,
          'no-fact',
          `the sign \`${sign}\` is neither a fact nor held back`,
          'name one that is',
          ['danger', 'signs'],
        ),
      ),
  ]
}

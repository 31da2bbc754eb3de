import type { Issue } from './checked.ts'
import type { OpenedModel } from './open-model.ts'
import { complainAt, type Placed, partOf, partsOf } from './placed.ts'

type Named = Placed<{ id: string }>

/** Ids are the memory of the data: one id, one thing. The second holder of an id is the one that is refused. */
const checkUnique = (things: Named[]): Issue[] => {
  const first = new Map<string, Named>()
  return things.flatMap(thing => {
    const { id } = thing.value
    const earlier = first.get(id)
    if (!earlier) {
      first.set(id, thing)
      return []
    }
    const cause = `the id \`${id}\` is already used in ${earlier.file.path}`
    return [complainAt(thing, 'id-twice', cause, 'give this one an id of its own', ['id'])]
  })
}

/** A file is named after the id of what it holds, so that an id can be found by looking. */
const checkFileName = (thing: Named): Issue[] => {
  const expected = `${thing.value.id}.yaml`
  if (thing.file.path.endsWith(`/${expected}`)) return []
  const cause = `the file is not named after its id \`${thing.value.id}\``
  return [complainAt(thing, 'file-name', cause, `rename the file to ${expected}, or mend the id`, ['id'])]
}

/** Every id stands once, and where an id refers to something, that is there. */
export function checkIds(model: OpenedModel): Issue[] {
  const { elements, climate, vocabulary, policies, jurisdictions, files } = model
  const { safety, sexual, lines, meaning, consent } = files
  const screen = safety ? partsOf(safety, 'questions', safety.value.questions) : []
  const areas = sexual ? partsOf(sexual, 'areas', sexual.value.areas) : []
  const helplines = lines ? partsOf(lines, 'helplines', lines.value.helplines) : []

  const asked: Named[] = [
    ...elements.flatMap(element => partsOf(element, 'items', element.value.items)),
    ...elements.flatMap(element => partsOf(element, 'interview', element.value.interview)),
    ...climate.map(area => partOf(area, ['item'], area.value.item)),
    ...areas.flatMap(area => partsOf(area, 'questions', area.value.questions)),
    ...screen,
  ]
  const lists: Named[][] = [
    asked,
    elements,
    climate,
    vocabulary,
    policies,
    jurisdictions,
    areas,
    helplines,
    consent ? partsOf(consent, 'points', consent.value.points) : [],
    meaning ? partsOf(meaning, 'choices', meaning.value.choices) : [],
    ...screen.map(question => partsOf(question, 'choices', question.value.choices)),
  ]

  const concerns = screen.flatMap(question =>
    question.value.concern
      .filter(id => !question.value.choices.some(choice => choice.id === id))
      .map(id => {
        const mend = 'use the id of a choice of this question'
        return complainAt(question, 'concern', `\`${id}\` is not one of the choices`, mend, ['concern'])
      }),
  )
  const served = (where: string) =>
    where === 'any' || jurisdictions.some(({ value: { id } }) => id === where || id.startsWith(`${where}-`))
  const places = helplines.flatMap(line =>
    line.value.where
      .filter(where => model.whole.has('jurisdictions') && !served(where))
      .map(where => {
        const mend = 'use the id of a file in model/jurisdictions, a country, or any'
        return complainAt(line, 'where', `no jurisdiction is called \`${where}\``, mend, ['where'])
      }),
  )
  return [
    ...lists.flatMap(checkUnique),
    ...[...elements, ...climate, ...vocabulary, ...policies, ...jurisdictions].flatMap(checkFileName),
    ...concerns,
    ...places,
  ]
}

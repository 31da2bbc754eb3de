import type { Model, PartnerModel } from './schema.ts'

/** The part of the model that a partner's page loads: what is asked, in what words, and nothing that interprets it. */
export function partnerModel(model: Model): PartnerModel {
  const { instrument, scale, meaning, consent, jurisdictions, helplines } = model
  const { clear: _clear, questions, ...safety } = model.safety
  return {
    instrument,
    scale,
    meaning,
    consent,
    jurisdictions,
    helplines,
    elements: model.elements.map(({ id, name, line, items }) => ({
      id,
      name,
      line,
      items: items.map(({ id, facet, reversed, text }) => ({ id, facet, reversed, text })),
    })),
    climate: model.climate.map(({ id, name, group, item }) => ({
      id,
      name,
      group,
      item: { id: item.id, reversed: item.reversed, text: item.text },
    })),
    policies: model.policies.map(({ id, version, name, partner }) => ({ id, version, name, partner })),
    safety: {
      ...safety,
      questions: questions.map(({ id, topic, text, choices, words }) => ({
        id,
        topic,
        text,
        choices,
        words,
      })),
    },
  }
}

import type { blueprintEnglish } from './blueprint.en.ts'

/** The blueprint's words in French; the same keys by type. */
export const blueprintFrench: Record<keyof typeof blueprintEnglish, string> = {
  'blueprint.title': 'Vue d’ensemble',
  'blueprint.sheets': 'D’après les réponses de {{names}}',
  'blueprint.not-validated':
    'Ces questions sont nouvelles et ne sont pas encore validées. L’image décrit ce qui a été répondu ; elle ne pose pas de diagnostic, ne classe personne et ne prédit rien.',
  'blueprint.picture': 'Sept éléments',

  'blueprint.meaning.title': '« Plus d’intimité », c’est',
  'blueprint.meaning.to': 'pour {{name}}',
  'blueprint.meaning.line': 'pour {{name}} : {{said}}',
  'blueprint.meaning.unsaid': 'pas encore dit',
  'blueprint.meaning.same': 'Tout le monde y met le même sens.',
  'blueprint.meaning.differ': 'Le sens n’est pas le même d’une personne à l’autre.',
  'blueprint.meaning.open': 'Chaque personne lui donne un sens à elle ; ses mots le disent.',

  'blueprint.key.title': 'Comment lire',
  'blueprint.key.earlier': 'en creux : auparavant',
  'blueprint.key.band': 'en ombre : degré de certitude',
  'blueprint.key.no-band': 'degré de certitude : pas encore connu',

  'blueprint.phrase.close-none': 'Peu d’écart',
  'blueprint.phrase.close-one': 'Peu d’écart, bas pour une personne',
  'blueprint.phrase.close-some': 'Peu d’écart, bas pour plusieurs',
  'blueprint.phrase.close-all': 'Peu d’écart, bas',
  'blueprint.phrase.apart-none': 'Un écart',
  'blueprint.phrase.apart-one': 'Un écart, bas pour une personne',
  'blueprint.phrase.apart-some': 'Un écart, bas pour plusieurs',
  'blueprint.phrase.apart-all': 'Un écart, bas pour tout le monde',
  'blueprint.phrase.far-none': 'Un grand écart',
  'blueprint.phrase.far-one': 'Un grand écart, bas pour une personne',
  'blueprint.phrase.far-some': 'Un grand écart, bas pour plusieurs',
  'blueprint.phrase.far-all': 'Un grand écart, bas pour tout le monde',
  'blueprint.phrase.alone': 'Une personne',
  'blueprint.phrase.alone-low': 'Une personne, bas',
  'blueprint.phrase.one-person': 'Une seule personne pour l’instant',
  'blueprint.phrase.one-person-low': 'Une seule personne pour l’instant, bas',
  'blueprint.phrase.too-few-one': 'Trop peu de réponses d’une personne',
  'blueprint.phrase.too-few-some': 'Trop peu de réponses de plusieurs personnes',
  'blueprint.phrase.too-few': 'Pas encore assez de réponses',
  'blueprint.phrase.unanswered': 'Pas encore de réponse',
  'blueprint.phrase.missing': 'trop peu de réponses de {{names}}',

  'blueprint.place.at': '« {{label}} »',
  'blueprint.place.between': 'entre « {{low}} » et « {{high}} »',
  'blueprint.place.unknown': 'pas connu',

  'blueprint.facets.open': 'Leurs regards croisés',
  'blueprint.facets.open-alone': 'En trois parties',
  'blueprint.facets.about': 'À propos de {{name}}',
  'blueprint.facets.other': 'À propos de l’autre personne',
  'blueprint.facets.us': 'À propos de leur vie ensemble',
  'blueprint.facets.us-alone': 'À propos de la vie ensemble',
  'blueprint.facets.hint': 'Chaque marque montre qui a répondu.',
  'blueprint.facets.seen-lower': 'Ici, {{by}} voit {{of}} plus bas que {{of}} ne se voit.',
  'blueprint.facets.seen-higher': 'Ici, {{by}} voit {{of}} plus haut que {{of}} ne se voit.',

  'blueprint.table.open': 'La même chose en tableau',
  'blueprint.table.element': 'Élément',
  'blueprint.table.climate': 'Climat, tel que répondu',
  'blueprint.table.together': 'Ensemble',
  'blueprint.table.answered': '{{answered}} réponses sur {{of}}',
  'blueprint.table.earlier': 'auparavant {{place}}',
  'blueprint.table.self': 'sur soi : {{place}}',
  'blueprint.table.about': 'sur {{name}} : {{place}}',
  'blueprint.table.other': 'sur l’autre : {{place}}',
  'blueprint.table.us': 'sur la vie ensemble : {{place}}',
  'blueprint.table.band': 'Le degré de certitude de chaque place n’est pas encore connu.',

  'blueprint.climate.title': 'Climat',
  'blueprint.climate.order-one': 'Demandé tôt',
  'blueprint.climate.order': 'Demandé tôt, à chaque personne en privé',
  'blueprint.climate.hint': 'Une réponse par personne ; plus à droite, c’est plus facile pour elle.',

  'blueprint.climate.low': 'bas',
  'blueprint.climate.weighs': 'pèse pour {{names}}',
  'blueprint.climate.light': 'ne pèse pas',

  'blueprint.begin.title': 'Commencer par : {{element}}',
  'blueprint.begin.unknown': 'On ne sait pas encore par où commencer',
  'blueprint.begin.unknown-why':
    'Il n’y a pas assez de réponses pour le dire. Commencez par ce qui a fait venir ces personnes.',
  'blueprint.begin.ask': 'Demandez :',
  'blueprint.begin.ask-alone': 'Demandez à chaque personne en privé :',
  'blueprint.begin.then': 'Ensuite : {{elements}}.',

  'blueprint.reason.therapist-order': 'Vous l’avez placé ici.',
  'blueprint.reason.order-question':
    'Ce qui a été répondu en privé sur ce sujet ({{area}}) par {{names}} conduit d’abord ici : le reste repose dessus.',
  'blueprint.reason.low': 'C’est bas pour {{names}}.',
  'blueprint.reason.apart': 'Ici, il y a un écart entre {{low}} et {{high}} ; {{low}} se place plus bas.',
  'blueprint.reason.apart-widest':
    'Ici, il y a un écart entre {{low}} et {{high}} ; {{low}} se place plus bas. Aucun écart n’est plus grand.',
  'blueprint.reason.far': 'Ici, il y a un grand écart entre {{low}} et {{high}} ; {{low}} se place plus bas.',
  'blueprint.reason.far-widest':
    'Ici, il y a un grand écart entre {{low}} et {{high}} ; {{low}} se place plus bas. Aucun écart n’est plus grand.',
  'blueprint.reason.lowest-though-not-low':
    'Rien n’est bas et il n’y a pas d’écart ; aucun autre élément n’est plus bas que celui-ci.',
  'blueprint.reason.one-person': 'On ne connaît que le point de vue de {{name}}.',
  'blueprint.reason.not-enough': 'Il n’y a pas assez de réponses de {{names}}.',
  'blueprint.reason.climate-low': 'Dans le climat, « {{area}} » est bas.',
  'blueprint.reason.climate-apart': 'Dans le climat, il y a un écart sur « {{area}} ».',
  'blueprint.reason.meaning-differs': '« Plus d’intimité » n’a pas le même sens d’une personne à l’autre.',
  'blueprint.reason.meaning-unknown':
    'Tout le monde n’a pas encore dit ce que veut dire « plus d’intimité ».',
  'blueprint.reason.meaning-open': 'Chaque personne donne un sens à elle à « plus d’intimité ».',
  'blueprint.reason.order-weighs': '{{area}} pèse pour {{names}} ; à demander avec douceur et en privé.',
  'blueprint.reason.order-unasked':
    'Pas encore connu de {{names}} : à demander tôt, avec douceur, à chaque personne en privé.',
  'blueprint.reason.sexual-opened': 'Vous avez ouvert les questions sexuelles.',
  'blueprint.reason.never-held-back': 'Cela n’attend rien.',
  'blueprint.reason.heard-weak': 'Une chose que vous avez gardée d’une séance s’y rapporte.',
  'blueprint.reason.heard-fear': 'Une peur a été nommée dans une séance.',
  'blueprint.reason.heard-promise':
    'Une promesse a été entendue dans une séance ; personne ne l’a encore confirmée.',
  'blueprint.reason.heard-refusal': 'Une proposition a été refusée.',
  'blueprint.reason.heard-meaning':
    'Dans une séance, « intime » voulait dire sexe ; demandez ce que chaque personne entend par là.',
  'blueprint.reason.goes-on': 'Vous avez posé la question qui précède.',

  'blueprint.sexuality.open':
    'Aucun fondement n’est bas ni inconnu. Si ces personnes veulent parler de sexe, les questions sexuelles n’ont pas à attendre.',
  'blueprint.sexuality.waits':
    'Les questions sexuelles peuvent en général attendre ceci : {{elements}}. Vous pouvez les ouvrir quand vous le jugez bon.',
  'blueprint.sexuality.unknown':
    'Les questions sexuelles peuvent en général attendre qu’on en sache plus sur les fondements. Vous pouvez les ouvrir quand vous le jugez bon.',
  'blueprint.sexuality.opened': 'Vous avez ouvert les questions sexuelles.',
  'blueprint.sexuality.never': 'La douleur, la pression, la peur et la santé n’attendent jamais.',

  'blueprint.plan.title': 'Prochaines questions',
  'blueprint.plan.any-time': 'À tout moment',
  'blueprint.plan.alone': 'en privé',
}

const RUN = '01234567890123456789'

/** Whether a six-digit PIN is one of those that people try first: one digit, a run, or a short pattern repeated. */
export const isPlainPin = (pin: string): boolean =>
  /^(\d)\1{5}$/.test(pin) ||
  /^(\d\d)\1\1$/.test(pin) ||
  /^(\d{3})\1$/.test(pin) ||
  RUN.includes(pin) ||
  RUN.includes([...pin].reverse().join(''))

/** The three people of the demo. The backend knows the same names and refuses any other. */
export const PERSONAS = [
  {
    name: 'dana',
    title: 'Dana Weber',
    words:
      'Developer in team-payments. Owns checkout-api; creates services and asks for promotions.',
  },
  {
    name: 'tom',
    title: 'Tom Berg',
    words:
      'Developer in team-search. Sees what is not restricted; cannot promote what others own.',
  },
  {
    name: 'mira',
    title: 'Mira Okafor',
    words: 'Platform engineer. Approves and merges promotions of every team.',
  },
] as const;

const KEY = 'baremetal.demo.persona';

/** Who was chosen in this browser tab, if anybody. */
export function chosenPersona(): string | undefined {
  const name = window.sessionStorage.getItem(KEY);
  return PERSONAS.find(persona => persona.name === name)?.name;
}

export function choosePersona(name: string): void {
  window.sessionStorage.setItem(KEY, name);
}

/** After signing out the page asks again. */
export function forgetPersona(): void {
  window.sessionStorage.removeItem(KEY);
}

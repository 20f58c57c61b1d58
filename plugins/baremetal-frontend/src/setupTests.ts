import '@testing-library/jest-dom';

// Pages of Backstage UI take seconds in jsdom on a busy machine; a test that hangs still ends.
jest.setTimeout(60_000);

// What jsdom does not have and Backstage UI asks for.
window.matchMedia ??= query =>
  ({
    matches: false,
    media: query,
    addListener: () => {},
    removeListener: () => {},
    addEventListener: () => {},
    removeEventListener: () => {},
  } as unknown as MediaQueryList);

// jsdom cannot parse the nested rules of Backstage UI's style sheets, and says so for each; nothing depends on them.
const { error } = console;
// eslint-disable-next-line no-console
console.error = (...words: unknown[]) => {
  if (!String(words[0]).includes('Could not parse CSS stylesheet')) {
    error(...words);
  }
};

// axe asks for a canvas to tell icon fonts from text; jsdom has none.
HTMLCanvasElement.prototype.getContext = () => null;

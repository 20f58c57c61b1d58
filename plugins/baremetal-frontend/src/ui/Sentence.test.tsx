import { renderView } from '../__testUtils__/renderView';
import { Sentence } from './Sentence';

it.each([
  ['Approved by user:default/mira.', 'Approved by mira.'],
  [
    'user:default/dana and group:default/team-shop may act',
    'dana and team-shop may act',
  ],
  ['user:default/ada.lovelace, done.', 'ada.lovelace, done.'],
  ['stage serves 1.9.2: all ready.', 'stage serves 1.9.2: all ready.'],
])('%s', async (sentence, words) => {
  const { container } = await renderView(
    <p data-kind="sentence">
      <Sentence>{sentence}</Sentence>
    </p>,
  );
  expect(container.querySelector('[data-kind]')).toHaveTextContent(words);
});

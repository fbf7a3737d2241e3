// SPDX-License-Identifier: Apache-2.0
import type { Address } from '../../jmap';
import { useStore } from '../../mail/context';
import { displayName } from '../../mail/people';
import { recentSearches } from './recent';
import { useSearchText } from './text';

export interface Suggestion {
  readonly kind: 'recent' | 'person' | 'operator';
  /** What the field is filled with. */
  readonly text: string;
  readonly note: string;
  /** Whether it is a whole search, or the beginning of one. */
  readonly whole: boolean;
}

const MOST_PEOPLE = 4;

/** What could be meant by what stands in the search field. */
export function useSuggestions(text: string): readonly Suggestion[] {
  const say = useSearchText();
  const { emails } = useStore();
  const before = text.replace(/\S*$/, '');
  const word = text.slice(before.length).toLowerCase();
  const recent = recentSearches()
    .filter((each) => each.toLowerCase().startsWith(text.toLowerCase()) && each !== text)
    .map((each): Suggestion => ({ kind: 'recent', text: each, note: say('recent'), whole: true }));
  const people = word === '' ? [] : emails.people().filter((person) => matches(person, word));
  const from = say('operatorFrom');
  const operators = [
    [`${from}:`, say('byFrom')],
    [`${say('operatorSubject')}:`, say('bySubject')],
    [say('exampleAttachment'), say('byAttachment')],
    [say('exampleUnread'), say('byUnread')],
    [say('exampleDate'), say('byDate')],
    [say('exampleSize'), say('bySize')],
  ] as const;
  return [
    ...recent.slice(0, 4),
    ...people.slice(0, MOST_PEOPLE).map(
      (person): Suggestion => ({
        kind: 'person',
        text: `${before}${from}:${person.email} `,
        note: displayName(person),
        whole: true,
      }),
    ),
    ...operators
      .filter(([each]) => each.startsWith(word))
      .map(([each, note]): Suggestion => ({ kind: 'operator', text: before + each, note, whole: !each.endsWith(':') })),
  ];
}

function matches({ name, email }: Address, word: string): boolean {
  return email.toLowerCase().includes(word) || (name ?? '').toLowerCase().includes(word);
}

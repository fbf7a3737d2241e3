// SPDX-License-Identifier: Apache-2.0
import { createSpotlight, Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useKitText } from '../i18n/kit';
import type { FrameProps } from './Frame';
import type { NavItem, PaletteAction } from './nav';

const [store, spotlight] = createSpotlight();

/** `opened` counts how often it was asked for. */
export default function PaletteBox(props: FrameProps & { opened: number }) {
  const say = useKitText();
  const navigate = useNavigate();
  // biome-ignore lint/correctness/useExhaustiveDependencies: opens each time it is asked for
  useEffect(spotlight.open, [props.opened]);

  const screen = (item: NavItem) => ({
    id: item.to,
    label: item.label,
    leftSection: item.icon && <item.icon size={16} stroke={1.75} />,
    onClick: () => void navigate({ to: item.to }),
  });
  const groups: SpotlightActionGroupData[] = [
    ...[{ items: props.top ?? [] }, ...(props.sections ?? []), { items: props.account ?? [] }]
      .filter((section) => section.items.length > 0)
      .map((section) => ({
        group: ('label' in section && section.label) || say('goTo'),
        actions: section.items.map(screen),
      })),
    ...grouped(props.actions ?? []),
  ];
  return (
    <Spotlight
      store={store}
      actions={merged(groups)}
      shortcut={null}
      nothingFound={say('searchNothing')}
      highlightQuery
      limit={12}
      scrollable
      transitionProps={{ duration: 120 }}
      searchProps={{
        leftSection: <IconSearch size={16} stroke={1.75} />,
        placeholder: say('searchHint'),
        'aria-label': say('searchHint'),
      }}
    />
  );
}

function grouped(actions: readonly PaletteAction[]): SpotlightActionGroupData[] {
  return actions.map((action) => ({
    group: action.group,
    actions: [{ id: action.id, label: action.label, keywords: action.keywords ?? '', onClick: action.run }],
  }));
}

function merged(groups: readonly SpotlightActionGroupData[]): SpotlightActionGroupData[] {
  const byName = new Map<string, SpotlightActionGroupData>();
  for (const group of groups) {
    const before = byName.get(group.group);
    byName.set(group.group, { group: group.group, actions: [...(before?.actions ?? []), ...group.actions] });
  }
  return [...byName.values()];
}

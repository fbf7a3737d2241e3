// SPDX-License-Identifier: Apache-2.0
import { Menu, TextInput } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useKitText } from '../i18n/kit';
import type { ChooserProps } from './Chooser';
import classes from './Chooser.module.css';

/** More than this and one types to find. */
const SEARCH_ABOVE = 8;

export default function ChooserBox(props: ChooserProps & { target: ReactElement }) {
  const say = useKitText();
  const [text, setText] = useState('');
  const choices = props.choices.filter((choice) => choice.includes(text.trim().toLowerCase()));
  return (
    <Menu position="bottom-start" offset={4} width="target" defaultOpened onClose={() => setText('')}>
      <Menu.Target>{props.target}</Menu.Target>
      <Menu.Dropdown className={classes.list}>
        {props.choices.length > SEARCH_ABOVE && (
          <TextInput
            data-autofocus
            aria-label={say('find')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            leftSection={<IconSearch size={16} stroke={1.75} />}
            m={4}
          />
        )}
        {choices.map((choice) => (
          <Menu.Item
            key={choice}
            onClick={() => props.onChoose(choice)}
            leftSection={choice === props.value ? <IconCheck size={16} /> : <span className={classes.blank} />}
          >
            {choice}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

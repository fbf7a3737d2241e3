// SPDX-License-Identifier: Apache-2.0
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type Language, switchLanguage, useLanguage } from '../i18n';
import { useKitText } from '../i18n/kit';
import classes from './Header.module.css';

// A language is always named in itself.
const languageNames = { ja: '日本語', en: 'English' } as const;

/** Language and light or dark. Also on the sign-in page, so both can be chosen before anything else. */
export function Preferences() {
  const say = useKitText();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.preferences}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={say('language')}
        value={language}
        onChange={(value) => switchLanguage(value as Language)}
        data={[
          { value: 'ja', label: <span lang="ja">{languageNames.ja}</span> },
          { value: 'en', label: <span lang="en">{languageNames.en}</span> },
        ]}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={say('scheme')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
        data={[
          { value: 'light', label: say('light') },
          { value: 'dark', label: say('dark') },
          { value: 'auto', label: say('auto') },
        ]}
      />
    </div>
  );
}

// SPDX-License-Identifier: Apache-2.0
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { queryClient } from '../api/queryClient';
import { i18n } from '../i18n';
import { cssVariablesResolver } from '../theme/roles';
import { theme } from '../theme/theme';
import '../theme/global.css';

/** The server writes a fresh nonce into the page; without it the Content-Security-Policy lets no style element in. */
function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

// Drawers and menus lock scrolling with a style element of their own.
setNonce(nonce());

// The same key as in public/scheme.js, which acts before the first paint.
const colorSchemeManager = localStorageColorSchemeManager({ key: 'fumibako.scheme' });

/** What every surface stands on: theme, language, data. */
export function Provider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={nonce}
    >
      <I18nextProvider i18n={i18n}>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </I18nextProvider>
    </MantineProvider>
  );
}

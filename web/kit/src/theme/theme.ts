// SPDX-License-Identifier: Apache-2.0
import { createTheme, rem } from '@mantine/core';

/** Colours, type, spacing and radii of all surfaces. Roles, which differ between light and dark, are in `roles.ts`. */
export const theme = createTheme({
  primaryColor: 'ai',
  primaryShade: { light: 7, dark: 6 },
  white: '#fffefc',
  black: '#23201c',
  defaultRadius: 'md',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: '"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,sans-serif',
  fontFamilyMonospace: 'ui-monospace,"SFMono-Regular",Menlo,Consolas,"Noto Sans Mono CJK JP","BIZ UDGothic",monospace',
  colors: {
    ai: ['#f0f3f9', '#e0e6f2', '#c2cde4', '#9db0d4', '#748ec1', '#5170ab', '#3a5896', '#2b4680', '#20376a', '#172850'],
    shu: ['#fdf1ed', '#f9dfd7', '#f2bfb0', '#ea9c86', '#e07a5d', '#d45c3a', '#c4431f', '#a93717', '#872c13', '#62200f'],
    // 和紙
    gray: [
      '#f8f6f1',
      '#f1eee7',
      '#e7e3da',
      '#d8d3c8',
      '#bdb7aa',
      '#8b8578',
      '#6b655a',
      '#4f4a41',
      '#37332d',
      '#23201c',
    ],
    // 墨
    dark: [
      '#ebe8e1',
      '#cbc6bb',
      '#a39d90',
      '#857f73',
      '#403d37',
      '#2f2d28',
      '#262420',
      '#1d1c19',
      '#161513',
      '#131210',
    ],
  },
  fontSizes: { xs: rem(12), sm: rem(13), md: rem(14), lg: rem(16), xl: rem(18) },
  lineHeights: { xs: '1.35', sm: '1.5', md: '1.5', lg: '1.7', xl: '1.7' },
  spacing: { xs: rem(4), sm: rem(8), md: rem(16), lg: rem(24), xl: rem(32) },
  radius: { xs: rem(3), sm: rem(4), md: rem(6), lg: rem(8), xl: rem(12) },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  breakpoints: { xs: '30em', sm: '48em', md: '62em', lg: '75em', xl: '90em' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(22), lineHeight: '32px' },
      h2: { fontSize: rem(16), lineHeight: '24px' },
      h3: { fontSize: rem(14), lineHeight: '24px' },
      h4: { fontSize: rem(12), lineHeight: '16px' },
    },
  },
  // Named, not imported: a theme that imported them would bring them all to every page.
  components: {
    Button: { defaultProps: { size: 'sm' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 120 } } },
    // The head of a dialog is no banner of the page beside the page's own.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
  },
});

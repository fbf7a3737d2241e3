// SPDX-License-Identifier: Apache-2.0
import type { CSSVariablesResolver } from '@mantine/core';

/** What a colour is for, in both schemes: [light, dark]. Every text pair is at least 4.5:1, every mark 3:1. */
const roles: Record<string, readonly [string, string]> = {
  bg: ['#f8f6f1', '#161513'],
  surface: ['#fffefc', '#1d1c19'],
  sunken: ['#f1eee7', '#131210'],
  hover: ['#f5f2ec', '#262420'],
  sel: ['#f0f3f9', '#202a40'],
  'sel-2': ['#e0e6f2', '#26324e'],
  'sel-line': ['#c2cde4', '#3a4c74'],
  line: ['#e7e3da', '#2f2d28'],
  'line-2': ['#d8d3c8', '#403d37'],
  'line-3': ['#8f897c', '#7d776b'],
  text: ['#23201c', '#ebe8e1'],
  'text-2': ['#4f4a41', '#cbc6bb'],
  dim: ['#6b655a', '#a39d90'],
  faint: ['#8b8578', '#857f73'],
  primary: ['#2b4680', '#3a5896'],
  'primary-hover': ['#20376a', '#5170ab'],
  link: ['#2b4680', '#a9bbdd'],
  control: ['#2b4680', '#748ec1'],
  focus: ['#5170ab', '#748ec1'],
  att: ['#c4431f', '#e07a5d'],
  'att-text': ['#a93717', '#f0a58f'],
  'att-bg': ['#fdf1ed', '#341d16'],
  'att-line': ['#f2bfb0', '#6a3424'],
  warn: ['#8f6400', '#d5a53f'],
  'warn-text': ['#734f00', '#e3bd6a'],
  'warn-bg': ['#fbf4e1', '#2d2413'],
  'warn-line': ['#e6d3a0', '#5b4822'],
  ok: ['#2f6d4c', '#74b48f'],
  'ok-text': ['#275c40', '#9bcbae'],
  'ok-bg': ['#ecf4ee', '#1a2a20'],
  'ok-line': ['#bfd8c7', '#345241'],
  header: ['#172850', '#111a30'],
  'header-field': ['#24386a', '#1d2a4a'],
  'header-line': ['#33487b', '#2c3c63'],
  'header-dim': ['#c2cde4', '#c2cde4'],
  track: ['#e7e3da', '#35322c'],
  fill: ['#5170ab', '#748ec1'],
  toast: ['#23201c', '#ebe8e1'],
  'toast-text': ['#ffffff', '#23201c'],
  'toast-link': ['#c2cde4', '#2b4680'],
};

/** Mantine's own roles, said with ours. */
const mantine: Record<string, string> = {
  '--mantine-color-body': 'var(--fb-surface)',
  '--mantine-color-text': 'var(--fb-text)',
  '--mantine-color-dimmed': 'var(--fb-dim)',
  '--mantine-color-placeholder': 'var(--fb-dim)',
  '--mantine-color-anchor': 'var(--fb-link)',
  '--mantine-color-default': 'var(--fb-surface)',
  '--mantine-color-default-hover': 'var(--fb-hover)',
  '--mantine-color-default-border': 'var(--fb-line-2)',
  '--mantine-color-error': 'var(--fb-att-text)',
  '--mantine-primary-color-filled': 'var(--fb-primary)',
  '--mantine-primary-color-filled-hover': 'var(--fb-primary-hover)',
};

function side(index: 0 | 1): Record<string, string> {
  const variables: Record<string, string> = { ...mantine };
  for (const [name, pair] of Object.entries(roles)) {
    variables[`--fb-${name}`] = pair[index];
  }
  return variables;
}

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: side(0),
  dark: side(1),
});

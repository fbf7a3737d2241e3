// SPDX-License-Identifier: Apache-2.0

/** The keys in the order of the sheet: what is pressed, and the text that says what it does. */
export const KEYS = [
  [['j', 'k'], 'keyNextPrevious'],
  [['Enter', 'Esc'], 'keyOpenClose'],
  [['x', 'Shift ↓'], 'keySelect'],
  [['u', 's'], 'keyUnreadStar'],
  [['n', 'p'], 'keyThread'],
  [['r', 'a', 'f'], 'keyAnswer'],
  [['c'], 'keyCompose'],
  [['e'], 'keyArchive'],
  [['#', 'Delete'], 'keyTrash'],
  [['!'], 'keyJunk'],
  [['v'], 'keyMove'],
  [['z'], 'keyUndo'],
  [['/'], 'keySearch'],
  [['Ctrl K'], 'keyPalette'],
  [['g i', 'g d', 'g t'], 'keyGo'],
  [['F6'], 'keyPane'],
  [['Ctrl Enter'], 'keySend'],
  [['Ctrl S'], 'keySave'],
  [['?'], 'keyHelp'],
] as const;

// SPDX-License-Identifier: Apache-2.0

/** What the server asks for at least (`PasswordRules`). */
export const MIN_LENGTH = 10;

/** How hard a password is to guess: 0 not enough, 1 enough, 2 more than that. Length counts, kinds of characters little. */
export function strength(password: string): 0 | 1 | 2 {
  const characters = [...password];
  const different = new Set(characters.map((each) => each.toLowerCase())).size;
  if (characters.length < MIN_LENGTH || different < 5) {
    return 0;
  }
  const score = characters.length + different / 2;
  return score >= 20 ? 2 : 1;
}

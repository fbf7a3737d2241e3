// SPDX-License-Identifier: Apache-2.0

/** Whether a key belongs to a text field or to an IME at work, so that single-key commands must leave it alone. */
export function isTyping(event: KeyboardEvent): boolean {
  // 229 is what browsers say while an IME composes and `isComposing` is not set yet.
  if (event.isComposing || event.keyCode === 229) {
    return true;
  }
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}

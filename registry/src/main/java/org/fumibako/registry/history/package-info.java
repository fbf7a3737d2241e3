// SPDX-License-Identifier: Apache-2.0
/**
 * What was changed by whom, from what to what, and how it is taken back (操作履歴). A change that can be undone says how by an
 * {@link org.fumibako.registry.history.Undo}; a new kind of undoing is one more record there, two lines in its codec, and one case
 * in {@link org.fumibako.registry.history.History}.
 */
@NullMarked
package org.fumibako.registry.history;

import org.jspecify.annotations.NullMarked;

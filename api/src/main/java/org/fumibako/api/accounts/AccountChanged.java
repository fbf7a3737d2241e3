// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import org.jspecify.annotations.Nullable;

/** An account after a change, and how the change is undone. */
record AccountChanged(AccountRow account, @Nullable Long undo) {}

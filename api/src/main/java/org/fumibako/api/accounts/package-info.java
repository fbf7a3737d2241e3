// SPDX-License-Identifier: Apache-2.0
/** Mail accounts: list, add, change, delete. */
@NullMarked
package org.fumibako.api.accounts;

import org.jspecify.annotations.NullMarked;

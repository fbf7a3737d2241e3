// SPDX-License-Identifier: Apache-2.0
/** One test class a mail program, each with accounts of its own, so that they do not disturb each other. */
@NullMarked
package org.fumibako.e2e.clients;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** Starts and stops the server under test and hands out fresh accounts. */
@NullMarked
package org.fumibako.e2e.server;

import org.jspecify.annotations.NullMarked;

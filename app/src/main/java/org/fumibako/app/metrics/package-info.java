// SPDX-License-Identifier: Apache-2.0
/** What of the server is counted and measured, under which names. */
@NullMarked
package org.fumibako.app.metrics;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What one step of the hot paths costs, in microseconds and octets allocated: {@code ./fumibako bench jmh [NAME] [-prof gc]}. The
 * whole server is measured by {@code org.fumibako.bench}; these say which step became dearer. Where a step is nobody else's
 * business its benchmark lies in the step's package.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.bench.jmh;

// SPDX-License-Identifier: Apache-2.0
/** The automatic reply (RFC 8621 §8), which the panel shows too. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.vacation;

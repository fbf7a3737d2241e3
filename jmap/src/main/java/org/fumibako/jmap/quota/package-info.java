// SPDX-License-Identifier: Apache-2.0
/** How much of its room an account uses (RFC 9425). */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.quota;

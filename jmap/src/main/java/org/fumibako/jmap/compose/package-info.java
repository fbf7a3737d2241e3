// SPDX-License-Identifier: Apache-2.0
/** Writes messages of what clients describe (RFC 8621 §4.6). Whatever a client gives, it stays within its field and its part. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.compose;

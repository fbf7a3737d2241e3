// SPDX-License-Identifier: Apache-2.0
/** News of states for clients that wait for them (RFC 8620 §7), on the store's change feed. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.push;

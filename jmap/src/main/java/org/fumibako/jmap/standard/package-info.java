// SPDX-License-Identifier: Apache-2.0
/** What the standard methods of every type have in common (RFC 8620 §5): arguments, responses, patches, filters, windows. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.standard;

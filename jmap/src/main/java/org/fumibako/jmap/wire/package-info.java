// SPDX-License-Identifier: Apache-2.0
/**
 * JSON to values and back (RFC 8620 §1 to §3): requests, arguments, back-references, ids, states, errors. It knows no account and
 * no mail. Everything that it reads is bounded by {@link org.fumibako.jmap.wire.JmapLimits}.
 */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.wire;

// SPDX-License-Identifier: Apache-2.0
/** Identities, and sending (RFC 8621 §6, §7), through {@link org.fumibako.delivery.Submission} as mail programs do. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.submission;

// SPDX-License-Identifier: Apache-2.0
/** Uploads, downloads, and what an id of a blob means (RFC 8620 §6). */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.blob;

// SPDX-License-Identifier: Apache-2.0
/** Hostile style sheets in, declarations of a short list of properties out. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.css;

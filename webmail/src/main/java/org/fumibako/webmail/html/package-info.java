// SPDX-License-Identifier: Apache-2.0
/** Hostile HTML in, HTML of a short list of elements and attributes out. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.html;

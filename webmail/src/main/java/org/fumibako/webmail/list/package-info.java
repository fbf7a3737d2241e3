// SPDX-License-Identifier: Apache-2.0
/** Leaving mailing lists. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.list;

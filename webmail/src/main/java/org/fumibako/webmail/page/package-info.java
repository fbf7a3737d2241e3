// SPDX-License-Identifier: Apache-2.0
/** Messages as documents for a frame of the webmail. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.page;

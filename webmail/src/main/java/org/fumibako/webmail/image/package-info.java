// SPDX-License-Identifier: Apache-2.0
/** Pictures from elsewhere, fetched by us instead of by the reader's browser. */
@org.jspecify.annotations.NullMarked
package org.fumibako.webmail.image;

// SPDX-License-Identifier: Apache-2.0
/** Objects of JMAP that are not mail and are kept whole, as the JSON that they are: submissions, address books, cards. */
@org.jspecify.annotations.NullMarked
package org.fumibako.jmap.kept;

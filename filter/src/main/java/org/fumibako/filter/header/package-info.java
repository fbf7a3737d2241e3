// SPDX-License-Identifier: Apache-2.0
/** What the filter writes into a header: a tag in the subject, its own fields, and nothing of what others' filters wrote. */
@NullMarked
package org.fumibako.filter.header;

import org.jspecify.annotations.NullMarked;

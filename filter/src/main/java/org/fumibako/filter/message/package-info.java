// SPDX-License-Identifier: Apache-2.0
/** What is looked at in a message: {@link org.fumibako.filter.message.SampleReader} takes it apart once, within bounds. */
@NullMarked
package org.fumibako.filter.message;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What the webmail needs of a message beside JMAP. */
@NullMarked
package org.fumibako.api.mail;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What a domain wants of the spam filter: how strict it is, what becomes of spam, whose mail is never or always spam. */
@NullMarked
package org.fumibako.registry.filter;

import org.jspecify.annotations.NullMarked;

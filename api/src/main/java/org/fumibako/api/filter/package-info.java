// SPDX-License-Identifier: Apache-2.0
/** The spam filter of domains. */
@NullMarked
package org.fumibako.api.filter;

import org.jspecify.annotations.NullMarked;

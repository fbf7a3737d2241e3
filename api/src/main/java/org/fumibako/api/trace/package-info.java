// SPDX-License-Identifier: Apache-2.0
/** 配送履歴: where messages went, from their arrival to their end. */
@NullMarked
package org.fumibako.api.trace;

import org.jspecify.annotations.NullMarked;

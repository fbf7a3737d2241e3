// SPDX-License-Identifier: Apache-2.0
/** Records to JSON and back, and the shapes that both and the documentation are made from. */
@NullMarked
package org.fumibako.api.json;

import org.jspecify.annotations.NullMarked;

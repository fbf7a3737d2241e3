// SPDX-License-Identifier: Apache-2.0
/** サーバー情報, and what mail programs and phones fetch to set themselves up. */
@NullMarked
package org.fumibako.api.setup;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/** What the server itself writes to the people whose mail it keeps, Japanese first, then English. */
@NullMarked
package org.fumibako.delivery.notice;

import org.jspecify.annotations.NullMarked;

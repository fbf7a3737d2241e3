// SPDX-License-Identifier: Apache-2.0
/**
 * Who has to wait at the door: {@link org.fumibako.delivery.door.Doorkeeper} knows whom a domain wants greylisted (RFC 6647), and how slowly
 * those are answered who guess addresses. Safe for any number of threads.
 */
@NullMarked
package org.fumibako.delivery.door;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The Authentication-Results field (RFC 8601): what the checks found, for programs behind us.
 *
 * <p>Whoever reads the field believes it for our name in it. So a value is written in a form that cannot end early, whatever the
 * sender put into it, and fields that came from outside with our name are taken away at the border.
 */
@NullMarked
package org.fumibako.mailauth.results;

import org.jspecify.annotations.NullMarked;

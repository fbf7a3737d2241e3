// SPDX-License-Identifier: Apache-2.0
/** Error mail, pasted by somebody who does not understand it, in whatever words its server writes. */
@NullMarked
package org.fumibako.doctor.bounce;

import org.jspecify.annotations.NullMarked;

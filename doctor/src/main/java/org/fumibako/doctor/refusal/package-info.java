// SPDX-License-Identifier: Apache-2.0
/** What other servers mean when they refuse mail: codes (RFC 3463) and the words of the large providers. */
@NullMarked
package org.fumibako.doctor.refusal;

import org.jspecify.annotations.NullMarked;

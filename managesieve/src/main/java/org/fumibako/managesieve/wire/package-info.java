// SPDX-License-Identifier: Apache-2.0
/** The grammar of ManageSieve (RFC 5804 §4): octets to values, no session. */
@NullMarked
package org.fumibako.managesieve.wire;

import org.jspecify.annotations.NullMarked;

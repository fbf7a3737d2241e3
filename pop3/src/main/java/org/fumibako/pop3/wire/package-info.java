// SPDX-License-Identifier: Apache-2.0
/** The grammar of POP3: octets to values and back, without session or store. */
@org.jspecify.annotations.NullMarked
package org.fumibako.pop3.wire;

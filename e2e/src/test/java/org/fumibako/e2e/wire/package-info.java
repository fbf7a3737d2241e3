// SPDX-License-Identifier: Apache-2.0
/** Small SMTP and IMAP clients over TLS or plain sockets: what the suites see with. Confined to one thread each. */
@NullMarked
package org.fumibako.e2e.wire;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.arc;

import java.util.Optional;
import org.fumibako.mailauth.dkim.DkimReason;
import org.fumibako.mailauth.dkim.SignatureFault;

/** A chain that ends its check early. Only ever caught where the result is made, so it carries no stack. */
final class ArcFault extends Exception {
    private final ArcReason reason;
    private final Optional<DkimReason> cause;

    ArcFault(ArcReason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
        this.cause = Optional.empty();
    }

    ArcFault(ArcReason reason, SignatureFault fault) {
        super(reason.text(), null, false, false);
        this.reason = reason;
        this.cause = Optional.of(fault.reason());
    }

    ArcReason reason() {
        return reason;
    }

    Optional<DkimReason> signatureReason() {
        return cause;
    }
}

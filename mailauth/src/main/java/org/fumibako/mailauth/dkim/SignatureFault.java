// SPDX-License-Identifier: Apache-2.0
package org.fumibako.mailauth.dkim;

/** A signature or key that ends its check early. Only ever caught where the result is made, so it carries no stack. */
public final class SignatureFault extends Exception {
    private final DkimReason reason;

    public SignatureFault(DkimReason reason) {
        super(reason.text(), null, false, false);
        this.reason = reason;
    }

    public DkimReason reason() {
        return reason;
    }
}

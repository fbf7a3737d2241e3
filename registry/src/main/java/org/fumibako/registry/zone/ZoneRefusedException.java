// SPDX-License-Identifier: Apache-2.0
package org.fumibako.registry.zone;

/** A change of a zone is refused; nothing was changed. The message is a sentence for the person who asked. */
public final class ZoneRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ZoneRefusal refusal;

    public ZoneRefusedException(ZoneRefusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    public ZoneRefusal refusal() {
        return refusal;
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.util.List;

/** Codes for the day the phone is lost; each is good once, and nobody sees them again. */
record RecoveryCodes(List<String> codes) {
    /** None of them. */
    @Override
    public String toString() {
        return codes.size() + " codes";
    }
}

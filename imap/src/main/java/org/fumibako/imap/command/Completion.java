// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.util.Optional;
import org.fumibako.imap.wire.ResponseCode;

/** How a command ended well: what the tagged OK says. */
record Completion(Optional<ResponseCode> code, String text) {
    static Completion of(String text) {
        return new Completion(Optional.empty(), text);
    }

    static Completion of(ResponseCode code, String text) {
        return new Completion(Optional.of(code), text);
    }
}

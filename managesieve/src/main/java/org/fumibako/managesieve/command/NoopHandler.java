// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.util.Optional;

/** NOOP (RFC 5804 §2.13): gives back the string it was given. */
final class NoopHandler implements Handlers.Handler {
    @Override
    public void handle(Arguments arguments, Session session) throws IOException {
        Optional<String> tag = arguments.optionalText();
        arguments.end();
        session.respond("OK", tag.map(text -> "TAG " + Session.string(text)).orElse(""), "Done");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.managesieve.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.fumibako.registry.Account;
import org.fumibako.registry.RegistryException;
import org.fumibako.registry.sorting.Scripts;

/** GETSCRIPT (RFC 5804 §2.9): always a literal, as clients expect. */
final class GetScriptHandler implements Handlers.ScriptHandler {
    private final Scripts scripts;

    GetScriptHandler(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public void handle(Account account, Arguments arguments, Session session) throws IOException {
        String name = arguments.text("the name of a script");
        arguments.end();
        String source = scripts.get(account.address(), name)
                .orElseThrow(() -> RegistryException.notFound("script \"" + name + "\""));
        int octets = source.getBytes(StandardCharsets.UTF_8).length;
        session.connection().out().ascii("{" + octets + "}").crlf();
        session.connection().out().utf8(source).crlf();
        session.ok("Done");
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.syntax.Node;
import org.fumibako.sieve.syntax.Position;

/** What is known while one script is read: its name, what it requires, and which rule it is in. */
public final class Scope {
    private final String script;
    private final Set<String> required = new HashSet<>();
    private String rule = "";

    Scope(String script) {
        this.script = script;
    }

    String script() {
        return script;
    }

    String rule() {
        return rule;
    }

    /** A command at the outermost level: a rule, and it may have a name. */
    void enter(Node command) {
        // "else" belongs to the rule that its "if" began.
        if (!command.name().startsWith("els")) {
            String comment = command.comment();
            boolean named = comment.toLowerCase(Locale.ROOT).startsWith("rule:[") && comment.endsWith("]");
            rule = named ? comment.substring("rule:[".length(), comment.length() - 1) : "";
        }
    }

    /** Makes an extension usable from here on. */
    public void require(String extension, Position at) throws SieveException {
        if (!Compiler.isKnown(extension)) {
            throw new SieveException(at, "this server does not have the extension \"" + extension + "\"");
        }
        required.add(extension);
    }

    public boolean has(String extension) {
        return required.contains(extension);
    }

    void demand(String extension, String what, Position at) throws SieveException {
        boolean given =
                extension.isEmpty() || has(extension) || (extension.equals("vacation") && has("vacation-seconds"));
        if (!given) {
            throw new SieveException(at, what + " needs: require \"" + extension + "\"; at the top of the script");
        }
    }
}

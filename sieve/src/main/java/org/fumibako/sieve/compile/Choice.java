// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.sieve.SieveException;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.run.Flow;
import org.fumibako.sieve.run.Run;
import org.fumibako.sieve.run.Statement;
import org.fumibako.sieve.syntax.Node;

/** {@code if}, {@code elsif} and {@code else} (RFC 5228 §3.1). */
record Choice(List<Branch> branches) implements Statement {
    private record Branch(Condition condition, Statement block) {}

    /** @param nodes an {@code if} and what continues it */
    static Choice compile(List<Node> nodes, Scope scope) throws SieveException {
        List<Branch> branches = new ArrayList<>();
        boolean closed = false;
        for (Node node : nodes) {
            Arguments arguments = new Arguments(node, scope);
            if (closed) {
                throw arguments.fault("cannot stand after \"else\"");
            }
            closed = node.name().equals("else");
            if (!closed && !node.name().equals("if") && !node.name().equals("elsif")) {
                throw new SieveException(node.at(), "there is no command \"" + node.name() + "\"");
            }
            Condition condition = closed ? _ -> true : arguments.test();
            branches.add(new Branch(condition, arguments.block()));
            arguments.end();
        }
        return new Choice(List.copyOf(branches));
    }

    @Override
    public Flow execute(Run run) throws SieveException, IOException {
        for (Branch branch : branches) {
            if (branch.condition().holds(run)) {
                return branch.block().execute(run);
            }
        }
        return Flow.NEXT;
    }
}

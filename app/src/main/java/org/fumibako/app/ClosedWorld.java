// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app;

import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;

/** DNS of which the server's own zones are all there is: what its name server does not speak for does not exist. */
final class ClosedWorld implements Resolver {
    private final Resolver names;

    /** @param names asks the server's own name server, and nobody else */
    ClosedWorld(Resolver names) {
        this.names = names;
    }

    @Override
    public Answer resolve(DnsName name, RecordType type, Budget budget) {
        Answer answer = names.resolve(name, type, budget);
        return answer instanceof Answer.Failure failure && failure.reason() == Answer.Reason.REFUSED
                ? new Answer.NoSuchName()
                : answer;
    }
}

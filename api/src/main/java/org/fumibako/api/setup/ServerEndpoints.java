// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.setup;

import java.util.List;
import java.util.function.Supplier;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Method;

/** What people have to type into their programs. */
public final class ServerEndpoints {
    private final Supplier<MailServer> server;

    public ServerEndpoints(Supplier<MailServer> server) {
        this.server = server;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(Endpoint.of(Method.GET, "/api/server", "showServer")
                .says("Host name, addresses, ports and version, for setting up mail programs and DNS elsewhere")
                .may(Access.SIGNED_IN)
                .gives(ServerView.class)
                .by(call -> ServerView.of(server.get())));
    }
}

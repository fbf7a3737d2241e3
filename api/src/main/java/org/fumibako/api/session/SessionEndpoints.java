// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.net.InetAddress;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.delivery.Countries;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;
import org.fumibako.registry.WebSessions.Session;

/** Signing in and out, and where one is signed in. */
public final class SessionEndpoints {
    private final Registry registry;
    private final Countries countries;

    public SessionEndpoints(Registry registry, Countries countries) {
        this.registry = registry;
        this.countries = countries;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                new SignIn(registry).endpoint(),
                new ShowSession(registry).endpoint(),
                new OwnPassword(registry).endpoint(),
                Endpoint.of(Method.PATCH, "/api/session", "changeLanguage")
                        .says("Chooses the language of all answers to this person")
                        .may(Access.SIGNED_IN)
                        .takes(LanguageRequest.class)
                        .gives(SessionView.class)
                        .by(this::language),
                Endpoint.of(Method.DELETE, "/api/session", "signOut")
                        .says("Signs out; without a session nothing happens")
                        .may(Access.ANYONE)
                        .by(this::signOut),
                Endpoint.of(Method.GET, "/api/sessions", "listSessions")
                        .says("Lists the browsers in which this person is signed in")
                        .may(Access.SIGNED_IN)
                        .gives(OpenSessions.class)
                        .by(this::list),
                Endpoint.of(Method.DELETE, "/api/sessions/{session}", "endSession")
                        .says("Signs out in another browser")
                        .may(Access.SIGNED_IN)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::end));
    }

    private SessionView language(Call<LanguageRequest> call) {
        registry.webSessions()
                .language(call.actor().require(), call.request().language().tag());
        return ShowSession.view(call.actor(), registry, call.request().language(), call.visit());
    }

    private Nothing signOut(Call<Nothing> call) {
        call.visit().end();
        return Nothing.NOTHING;
    }

    private OpenSessions list(Call<Nothing> call) {
        Principal who = call.actor().require();
        List<OpenSession> open = registry.webSessions().list(who).stream()
                .map(session -> view(session, call.visit().session()))
                .toList();
        return new OpenSessions(open, open.size());
    }

    private OpenSession view(Session session, long current) {
        return new OpenSession(
                String.valueOf(session.id()),
                session.id() == current,
                session.created(),
                session.used(),
                session.peer().map(InetAddress::getHostAddress).orElse(null),
                session.peer().flatMap(countries::of).orElse(null),
                session.client());
    }

    private Nothing end(Call<Nothing> call) {
        if (!registry.webSessions().end(call.actor().require(), call.number("session"))) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        return Nothing.NOTHING;
    }
}

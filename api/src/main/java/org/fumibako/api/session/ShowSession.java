// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.session;

import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Actor;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.Language;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.endpoint.Role;
import org.fumibako.api.endpoint.Visit;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;

/** {@code GET /api/session}: who is signed in, if anybody. */
final class ShowSession {
    private final Registry registry;

    ShowSession(Registry registry) {
        this.registry = registry;
    }

    Endpoint<Nothing, SessionView> endpoint() {
        return Endpoint.of(Method.GET, "/api/session", "showSession")
                .says("Says who is signed in; without a session the role is anonymous")
                .may(Access.ANYONE)
                .gives(SessionView.class)
                .by(this::show);
    }

    private SessionView show(Call<Nothing> call) {
        return view(call.actor(), registry, call.language(), call.visit());
    }

    static SessionView view(Actor actor, Registry registry, Language spoken, Visit visit) {
        if (actor.principal().isEmpty()) {
            return new SessionView(Role.ANONYMOUS, null, null, spoken, "", List.of());
        }
        Principal who = actor.principal().get();
        Language language = Language.of(registry.webSessions().language(who)).orElse(spoken);
        return switch (who) {
            case Principal.Operator operator ->
                new SessionView(
                        Role.OPERATOR,
                        operator.login(),
                        operator.login(),
                        language,
                        visit.csrfToken(),
                        List.of(SessionView.Surface.OPERATOR, SessionView.Surface.PANEL));
            case Principal.Contractor contractor ->
                new SessionView(
                        Role.CUSTOMER,
                        contractor.login(),
                        contractor.customer().name(),
                        language,
                        visit.csrfToken(),
                        List.of(SessionView.Surface.PORTAL, SessionView.Surface.PANEL));
            case Principal.Owner owner ->
                new SessionView(
                        Role.OWNER,
                        owner.login(),
                        registry.accountList()
                                .find(owner.account().id())
                                .map(listed -> listed.name())
                                .filter(name -> !name.isEmpty())
                                .orElse(owner.login()),
                        language,
                        visit.csrfToken(),
                        List.of(SessionView.Surface.WEBMAIL));
        };
    }
}

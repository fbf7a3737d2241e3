// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.accounts;

import java.nio.charset.StandardCharsets;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Role;
import org.fumibako.registry.Account;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Principal;
import org.fumibako.registry.Registry;

/** {@code PUT /api/accounts/{address}/password}; every session that began with the old one ends. */
final class ChangePassword {
    private final Registry registry;

    ChangePassword(Registry registry) {
        this.registry = registry;
    }

    Endpoint<NewPassword, Done> endpoint() {
        return Endpoint.of(Method.PUT, "/api/accounts/{address}/password", "changePassword")
                .says("Replaces the password; the account's own owner has to give the current one")
                .may(Access.ACCOUNT)
                .takes(NewPassword.class)
                .gives(Done.class)
                .refuses(
                        ErrorCode.PASSWORD_WRONG,
                        ErrorCode.TOO_MANY_SIGN_INS,
                        ErrorCode.PASSWORD_TOO_SHORT,
                        ErrorCode.PASSWORD_TOO_LONG,
                        ErrorCode.PASSWORD_CONTROL_CHARACTER,
                        ErrorCode.PASSWORD_CONTAINS_ADDRESS,
                        ErrorCode.PASSWORD_COMMON)
                .by(this::change);
    }

    private Done change(Call<NewPassword> call) {
        Account account = call.theAccount();
        boolean own = call.actor().role() == Role.OWNER;
        if (own) {
            requireCurrent(call, account);
        }
        Account changed = registry.accounts()
                .changePassword(account.address(), call.request().password(), call.origin());
        if (own) {
            // Only who changed it stays signed in, in a session that has never been anybody else's.
            call.visit().begin(new Principal.Owner(changed));
        }
        return new Done(null);
    }

    private void requireCurrent(Call<NewPassword> call, Account account) {
        String current = call.request().current();
        if (current == null) {
            throw ApiException.of(ErrorCode.FIELD_MISSING).at("current");
        }
        byte[] octets = current.getBytes(StandardCharsets.UTF_8);
        switch (registry.authenticator().signIn(account.address().toString(), octets, "PASSWORD", call.origin())) {
            case Authenticator.SignIn.Granted _ -> {}
            case Authenticator.SignIn.TryLater(var delay) -> throw ApiException.tooManySignIns(delay);
            case Authenticator.SignIn.Denied _, Authenticator.SignIn.Suspended _ ->
                throw ApiException.of(ErrorCode.PASSWORD_WRONG).at("current");
        }
    }
}

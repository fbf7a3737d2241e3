// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import java.util.Set;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.registry.AppPassword;
import org.fumibako.registry.AppPasswords;
import org.fumibako.registry.AppScope;

/** Passwords of single programs, for the account's owner and its customer. */
public final class AppPasswordEndpoints {
    private final AppPasswords passwords;

    public AppPasswordEndpoints(AppPasswords passwords) {
        this.passwords = passwords;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/accounts/{address}/app-passwords", "listAppPasswords")
                        .says("The account's app passwords, without the passwords")
                        .may(Access.ACCOUNT)
                        .gives(AppPasswordViews.class)
                        .by(this::list),
                Endpoint.of(Method.POST, "/api/accounts/{address}/app-passwords", "addAppPassword")
                        .says("Makes an app password; the answer is the only place where it can be read")
                        .may(Access.ACCOUNT)
                        .takes(NewAppPassword.class)
                        .gives(IssuedAppPassword.class)
                        .refuses(
                                ErrorCode.APP_PASSWORD_NAME,
                                ErrorCode.APP_PASSWORD_EXISTS,
                                ErrorCode.APP_PASSWORD_LIMIT,
                                ErrorCode.APP_PASSWORD_USES)
                        .by(this::add),
                Endpoint.of(Method.DELETE, "/api/accounts/{address}/app-passwords/{password}", "revokeAppPassword")
                        .says("Makes it good for nothing, and ends every session that began with it")
                        .may(Access.ACCOUNT)
                        .gives(Done.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::revoke));
    }

    private AppPasswordViews list(Call<Nothing> call) {
        List<AppPasswordView> all = passwords.list(call.theAccount().id()).stream()
                .map(AppPasswordView::of)
                .toList();
        return new AppPasswordViews(all, all.size());
    }

    private IssuedAppPassword add(Call<NewAppPassword> call) {
        NewAppPassword wanted = call.request();
        if (wanted.uses().isEmpty()) {
            throw ApiException.of(ErrorCode.APP_PASSWORD_USES).at("uses");
        }
        AppScope scope = new AppScope(Set.copyOf(wanted.uses()), wanted.mayDelete());
        AppPassword.Issued issued =
                passwords.add(call.theAccount().address(), wanted.name().strip(), scope, call.origin());
        return new IssuedAppPassword(AppPasswordView.of(issued.appPassword()), issued.password());
    }

    private Done revoke(Call<Nothing> call) {
        passwords.revoke(call.theAccount().address(), call.number("password"), call.origin());
        return new Done(call.undo());
    }
}

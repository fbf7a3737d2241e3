// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.secrets;

import java.util.List;
import java.util.Set;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Done;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.registry.ApiToken;
import org.fumibako.registry.ApiTokens;

/** APIトークン: what programs use this API with, in the name of whoever made them. */
public final class TokenEndpoints {
    private final ApiTokens tokens;

    public TokenEndpoints(ApiTokens tokens) {
        this.tokens = tokens;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/tokens", "listTokens")
                        .says("Your API tokens, without what programs keep")
                        .may(Access.SIGNED_IN)
                        .gives(TokenViews.class)
                        .by(this::list),
                Endpoint.of(Method.POST, "/api/tokens", "addToken")
                        .says("Makes an API token; the answer is the only place where it can be read")
                        .may(Access.SIGNED_IN)
                        .takes(NewToken.class)
                        .gives(IssuedToken.class)
                        .refuses(ErrorCode.TOKEN_NAME, ErrorCode.TOKEN_LIMIT, ErrorCode.TOKEN_SCOPES)
                        .by(this::add),
                Endpoint.of(Method.DELETE, "/api/tokens/{token}", "revokeToken")
                        .says("Makes it good for nothing")
                        .may(Access.SIGNED_IN)
                        .gives(Done.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(this::revoke));
    }

    private TokenViews list(Call<Nothing> call) {
        List<TokenView> all =
                tokens.list(call.actor().require()).stream().map(TokenView::of).toList();
        return new TokenViews(all, all.size());
    }

    private IssuedToken add(Call<NewToken> call) {
        NewToken wanted = call.request();
        ApiToken.Issued issued =
                tokens.add(call.actor().require(), wanted.name().strip(), Set.copyOf(wanted.scopes()), call.origin());
        return new IssuedToken(TokenView.of(issued.apiToken()), issued.token());
    }

    private Done revoke(Call<Nothing> call) {
        tokens.revoke(call.actor().require(), call.number("token"), call.origin());
        return new Done(call.undo());
    }
}

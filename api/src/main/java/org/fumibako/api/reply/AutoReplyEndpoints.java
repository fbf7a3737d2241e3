// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.reply;

import java.time.Clock;
import java.util.List;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.registry.sorting.AutoReplies;
import org.fumibako.registry.sorting.AutoReply;

/** 自動応答, for the account's owner and its customer. */
public final class AutoReplyEndpoints {
    private final AutoReplies replies;
    private final Clock clock;

    public AutoReplyEndpoints(AutoReplies replies, Clock clock) {
        this.replies = replies;
        this.clock = clock;
    }

    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/accounts/{address}/auto-reply", "showAutoReply")
                        .says("How the account answers by itself")
                        .may(Access.ACCOUNT)
                        .gives(AutoReplyView.class)
                        .by(call ->
                                AutoReplyView.of(replies.of(call.theAccount().address()), clock.instant(), null)),
                Endpoint.of(Method.PUT, "/api/accounts/{address}/auto-reply", "setAutoReply")
                        .says("Sets it; whom it has answered before is answered again")
                        .may(Access.ACCOUNT)
                        .takes(AutoReplyEdit.class)
                        .gives(AutoReplyView.class)
                        .refuses(ErrorCode.AUTO_REPLY_EMPTY, ErrorCode.AUTO_REPLY_PERIOD, ErrorCode.AUTO_REPLY_TEXT)
                        .by(this::set));
    }

    private AutoReplyView set(Call<AutoReplyEdit> call) {
        AutoReply reply =
                replies.set(call.theAccount().address(), call.request().reply(), call.origin());
        return AutoReplyView.of(reply, clock.instant(), call.undo());
    }
}

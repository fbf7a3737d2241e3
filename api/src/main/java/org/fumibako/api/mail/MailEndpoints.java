// SPDX-License-Identifier: Apache-2.0
package org.fumibako.api.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.fumibako.api.endpoint.Access;
import org.fumibako.api.endpoint.ApiException;
import org.fumibako.api.endpoint.Call;
import org.fumibako.api.endpoint.Endpoint;
import org.fumibako.api.endpoint.ErrorCode;
import org.fumibako.api.endpoint.Method;
import org.fumibako.api.endpoint.Nothing;
import org.fumibako.api.endpoint.Shown;
import org.fumibako.model.AccountId;
import org.fumibako.webmail.Webmail;
import org.fumibako.webmail.image.PictureProxy;
import org.fumibako.webmail.image.Raster;
import org.fumibako.webmail.page.Message;
import org.fumibako.webmail.page.Page;
import org.fumibako.webmail.page.Pages;

/**
 * A message for a frame of the webmail, and its pictures. {@code {blob}} is the blob id that JMAP gives a message of the reader's
 * own: a stored one's, an attached one's, or an upload's.
 */
public final class MailEndpoints {
    /** A picture in a message never changes; what stands elsewhere may. */
    private static final int A_DAY = 86_400;

    /** Nothing runs, nothing is loaded, nothing is of our origin. */
    private static final String BARE = "default-src 'none'; sandbox";

    private static final int SECONDS_OF_PAGE = 300;

    private final Webmail webmail;

    public MailEndpoints(Webmail webmail) {
        this.webmail = webmail;
    }

    /** The rows of the table. */
    public List<Endpoint<?, ?>> all() {
        return List.of(
                Endpoint.of(Method.GET, "/api/mail/{blob}/page", "showMailPage")
                        .says("A message as a document for a sandboxed frame; pictures on the web only if asked for")
                        .may(Access.OWNER)
                        .takes(PageQuery.class)
                        .gives(Shown.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(call -> with(call, (account, message) -> page(call, account, message))),
                Endpoint.of(Method.GET, "/api/mail/{blob}/facts", "showMailFacts")
                        .says("What is in a message's page, before it is shown")
                        .may(Access.OWNER)
                        .gives(MailFacts.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(call -> with(call, (account, message) -> facts(call, account, message))),
                Endpoint.of(Method.GET, "/api/mail/{blob}/parts/{part}", "showMailPicture")
                        .says("A picture that is in a message")
                        .may(Access.OWNER)
                        .gives(Shown.class)
                        .refuses(ErrorCode.NOT_FOUND)
                        .by(call -> with(call, (account, message) -> part(call, message))),
                Endpoint.of(Method.GET, "/api/mail/{blob}/picture", "fetchMailPicture")
                        .says("A picture on the web, fetched by the server; only by a link in a page of the message")
                        .may(Access.OWNER)
                        .takes(PictureQuery.class)
                        .gives(Shown.class)
                        .refuses(ErrorCode.NOT_FOUND, ErrorCode.LINK_INVALID)
                        .by(this::picture),
                Endpoint.of(Method.POST, "/api/mail/{blob}/unsubscribe", "leaveList")
                        .says("Leaves the mailing list that a message came by, where one click does it (RFC 8058)")
                        .may(Access.OWNER)
                        .refuses(ErrorCode.NOT_FOUND, ErrorCode.UNSUBSCRIBE_FAILED)
                        .by(call -> with(call, (account, message) -> leave(message))));
    }

    private interface Use<R> {
        R of(AccountId account, Message message) throws IOException;
    }

    /** Opens the message that the path names, if it is the reader's. */
    private <R> R with(Call<?> call, Use<R> use) {
        AccountId account = account(call);
        try {
            Optional<Message> found = webmail.pages().open(account, blob(call));
            if (found.isEmpty()) {
                throw ApiException.of(ErrorCode.NOT_FOUND);
            }
            try (Message message = found.get()) {
                return use.of(account, message);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static AccountId account(Call<?> call) {
        return call.actor()
                .account()
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_ALLOWED))
                .id();
    }

    private static String blob(Call<?> call) {
        return call.path().getOrDefault("blob", "");
    }

    private Shown page(Call<PageQuery> call, AccountId account, Message message) throws IOException {
        Page page = webmail.pages()
                .page(account, blob(call), message, call.request().remote());
        return new Shown(
                "text/html;charset=utf-8",
                page.document().getBytes(StandardCharsets.UTF_8),
                Page.POLICY,
                SECONDS_OF_PAGE);
    }

    private MailFacts facts(Call<Nothing> call, AccountId account, Message message) throws IOException {
        Page page = webmail.pages().page(account, blob(call), message, false);
        return new MailFacts(
                page.remote(),
                page.quotes(),
                webmail.lists().address(message.headers()).isPresent());
    }

    private Nothing leave(Message message) throws IOException {
        String address = webmail.lists()
                .address(message.headers())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNSUBSCRIBE_FAILED));
        if (!webmail.lists().leave(address)) {
            throw ApiException.of(ErrorCode.UNSUBSCRIBE_FAILED);
        }
        return Nothing.NOTHING;
    }

    private Shown part(Call<Nothing> call, Message message) throws IOException {
        Pages.Picture picture = webmail.pages()
                .picture(message, call.path().getOrDefault("part", ""))
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
        return shown(picture.raster(), picture.octets());
    }

    private Shown picture(Call<PictureQuery> call) {
        if (!webmail.pages().has(account(call), blob(call))) {
            throw ApiException.of(ErrorCode.NOT_FOUND);
        }
        PictureQuery link = call.request();
        boolean ours = link.url() != null
                && link.until() != null
                && link.mac() != null
                && webmail.links().isOurs(account(call), blob(call), link.url(), link.until(), link.mac());
        if (!ours) {
            throw ApiException.of(ErrorCode.LINK_INVALID);
        }
        PictureProxy.Picture picture = webmail.pictures()
                .fetch(String.valueOf(link.url()))
                .orElseThrow(() -> ApiException.of(ErrorCode.NOT_FOUND));
        return shown(picture.raster(), picture.octets());
    }

    private static Shown shown(Raster raster, byte[] octets) {
        return new Shown(raster.type(), octets, BARE, A_DAY);
    }
}

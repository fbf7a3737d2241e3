// SPDX-License-Identifier: Apache-2.0
package org.fumibako.app.admin;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.fumibako.journal.AbuseEvent;
import org.fumibako.journal.FilterEvent;
import org.fumibako.journal.ForwardEvent;
import org.fumibako.journal.JournalEvent;
import org.fumibako.journal.JournalRow;
import org.fumibako.journal.Origin;
import org.fumibako.journal.OutgoingEvent;
import org.fumibako.journal.SortingEvent;
import org.fumibako.model.EmailAddress;
import org.fumibako.model.SmtpReply;

/** Journal rows as sentences: when, what, through which door, from where. */
final class JournalPrinter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final PrintWriter out;
    private final ZoneId zone;

    JournalPrinter(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    void print(JournalRow row) {
        out.println(
                TIME.format(row.at().atZone(zone)) + "  " + sentence(row.event()) + "  [" + origin(row.origin()) + "]");
    }

    static String sentence(JournalEvent event) {
        return switch (event) {
            case JournalEvent.Filed filed -> filed(filed);
            case JournalEvent.Refused refused ->
                "refused mail from " + orNull(refused.sender()) + " to " + refused.recipient() + ": "
                        + OneLine.of(refused.reply().toString());
            case JournalEvent.Authenticated checked -> authenticated(checked);
            case JournalEvent.RefusedAbroad refused ->
                "refused mail from " + orNull(refused.sender()) + ": this account may not send from " + where(refused);
            case JournalEvent.Seen seen -> "read for the first time: " + place(seen.mailbox(), seen.uid());
            case JournalEvent.Copied copied ->
                "copied " + place(copied.from(), copied.fromUid()) + " to " + place(copied.to(), copied.toUid());
            case JournalEvent.Moved moved ->
                "moved " + place(moved.from(), moved.fromUid()) + " to " + place(moved.to(), moved.toUid());
            case JournalEvent.Deleted deleted -> "deleted " + place(deleted.mailbox(), deleted.uid());
            case JournalEvent.Purged purged ->
                "purged after its time in Trash: " + place(purged.mailbox(), purged.uid());
            case JournalEvent.MailboxCreated created -> "created mailbox " + created.mailbox();
            case JournalEvent.MailboxRenamed renamed -> "renamed mailbox " + renamed.from() + " to " + renamed.to();
            case JournalEvent.MailboxDeleted deleted ->
                "deleted mailbox " + deleted.mailbox() + " with " + deleted.messages() + " messages";
            case JournalEvent.SignedIn signedIn -> "signed in (" + signedIn.mechanism() + ")";
            case JournalEvent.SignInFailed failed ->
                "sign-in failed for " + OneLine.of(failed.login()) + " (" + failed.mechanism() + "): "
                        + failed.reason();
            case JournalEvent.SettingChanged changed ->
                OneLine.of(changed.what()) + (changed.actor().isEmpty() ? "" : ", by " + OneLine.of(changed.actor()));
            case AbuseEvent.Backscatter aside ->
                "filed as junk what " + orNull(aside.from()) + " reports: " + OneLine.of(aside.why());
            case AbuseEvent.TakeoverSuspected taken ->
                "slowed down, " + taken.sessions() + " sessions ended, mail for " + taken.held() + " recipients held: "
                        + OneLine.of(taken.why());
            case FilterEvent.Judged judged ->
                "spam filter (" + judged.level() + "): " + judged.score() + " points, " + judged.outcome() + " from "
                        + orNull(judged.sender()) + " <" + OneLine.of(judged.messageId()) + ">: " + judged.reasons();
            case FilterEvent.Learnt learnt ->
                "spam filter learnt from message " + learnt.contentId() + ": " + learnt.as() + ", " + learnt.words()
                        + " words";
            case FilterEvent.ScannerSilent silent ->
                silent.scanner() + " gave no answer" + message(silent.messageId()) + ", which went on without: "
                        + OneLine.of(silent.why());
            case JournalEvent.DnsChanged changed -> "DNS of " + changed.domain() + ": " + OneLine.of(changed.what());
            case ForwardEvent forward -> forward(forward);
            case SortingEvent sorting -> sorting(sorting);
            case OutgoingEvent outgoing -> outgoing(outgoing);
        };
    }

    private static String authenticated(JournalEvent.Authenticated checked) {
        String from = orNull(checked.sender()) + (checked.author().isEmpty() ? "" : ", author at " + checked.author());
        return "checked mail from " + from + ": " + checked.action() + "; spf " + OneLine.of(checked.spf()) + "; dkim "
                + OneLine.of(checked.dkim()) + "; arc " + checked.arc() + "; dmarc " + OneLine.of(checked.dmarc());
    }

    private static String where(JournalEvent.RefusedAbroad refused) {
        return switch (refused.place()) {
            case ABROAD -> "country " + refused.country();
            case UNKNOWN_COUNTRY -> "an unknown country";
            case PRIVATE_NETWORK -> "a private network";
        };
    }

    private static String forward(ForwardEvent event) {
        String target = event.target().toString();
        return switch (event) {
            case ForwardEvent.Forwarded e -> {
                String how = switch (e.how()) {
                    case HERE -> "";
                    case QUEUED -> " through the queue";
                    case ATTACHED -> " through the queue as an attachment";
                };
                yield "forwarded to " + target + how + message(e.sender(), e.messageId());
            }
            case ForwardEvent.Withheld e ->
                "kept what would go to " + target + message(e.sender(), e.messageId()) + ": " + OneLine.of(e.why());
            case ForwardEvent.TargetFailed e ->
                target + " did not take what was forwarded (" + e.failures() + " in a row): " + OneLine.of(e.why());
            case ForwardEvent.Stopped e ->
                "stopped forwarding to " + target + ", mail is kept from now on: " + OneLine.of(e.why());
            case ForwardEvent.PutBack e ->
                "put back what " + target + " did not take: <" + OneLine.of(e.messageId()) + ">";
        };
    }

    private static String sorting(SortingEvent event) {
        return switch (event) {
            case SortingEvent.Sorted e -> OneLine.of(e.done()) + " by " + OneLine.of(e.rule()) + message(e.messageId());
            case SortingEvent.Discarded e ->
                "thrown away by " + OneLine.of(e.rule()) + message(e.sender(), e.messageId()) + " "
                        + OneLine.of(e.subject());
            case SortingEvent.ScriptFailed e ->
                "kept, for a script failed: " + OneLine.of(e.why()) + message(e.messageId());
            case SortingEvent.AutoReplied e ->
                "answered " + e.correspondent() + " by " + OneLine.of(e.rule()) + message(e.messageId());
            case SortingEvent.ReplyWithheld e ->
                "not answered" + message(e.sender(), e.messageId()) + ": " + OneLine.of(e.why());
        };
    }

    private static String message(String messageId) {
        return ", <" + OneLine.of(messageId) + ">";
    }

    private static String message(Optional<EmailAddress> sender, String messageId) {
        return ", from " + sender.map(EmailAddress::toString).orElse("<>") + " <" + OneLine.of(messageId) + ">";
    }

    private static String outgoing(OutgoingEvent event) {
        String to = " for " + event.recipient() + " (" + Long.toString(event.queueId(), Character.MAX_RADIX) + ")";
        return switch (event) {
            case OutgoingEvent.Queued e ->
                "queued mail from " + e.sender().map(EmailAddress::toString).orElse("<>") + to + ": \""
                        + OneLine.of(e.subject()) + "\" <" + OneLine.of(e.messageId()) + ">, " + e.size() + " octets";
            case OutgoingEvent.Delivered e ->
                "delivered" + to + " to " + OneLine.of(e.server()) + (e.tls().isEmpty() ? "" : ", " + e.tls())
                        + words(e.reply());
            case OutgoingEvent.Deferred e ->
                "deferred" + to + " until " + TIME.format(e.next().atZone(ZoneId.systemDefault())) + server(e.server())
                        + words(e.reply());
            case OutgoingEvent.Bounced e -> "bounced" + to + server(e.server()) + words(e.reply());
            case OutgoingEvent.Expired e -> "gave up" + to + server(e.server()) + words(e.reply());
            case OutgoingEvent.Held _ -> "held" + to;
            case OutgoingEvent.Released _ -> "released" + to;
            case OutgoingEvent.Cancelled _ -> "cancelled" + to;
            case OutgoingEvent.NoticeDropped e -> "dropped the notification" + to + ": " + OneLine.of(e.why());
        };
    }

    private static String server(String server) {
        return server.isEmpty() ? "" : " by " + OneLine.of(server);
    }

    private static String words(SmtpReply reply) {
        return ": " + OneLine.of(reply.toString());
    }

    private static String filed(JournalEvent.Filed filed) {
        String from = filed.sender().map(EmailAddress::toString).orElse("<>");
        String how = filed.recipient()
                .map(recipient -> "received from " + from + " for " + recipient + ", filed in ")
                .orElse("appended to ");
        return how + place(filed.mailbox(), filed.uid()) + ": \"" + OneLine.of(filed.subject()) + "\" <"
                + OneLine.of(filed.messageId()) + ">, " + filed.size() + " octets";
    }

    private static String place(String mailbox, long uid) {
        return OneLine.of(mailbox) + "/" + uid;
    }

    private static String orNull(String sender) {
        return sender.isEmpty() ? "<>" : OneLine.of(sender);
    }

    private static String origin(Origin origin) {
        Optional<String> peer = origin.peer().map(address -> " " + address.getHostAddress());
        Optional<String> login = origin.login().map(address -> " as " + address);
        String password =
                origin.appPassword().map(name -> " (" + OneLine.of(name) + ")").orElse("");
        String client = origin.client().isEmpty() ? "" : " \"" + OneLine.of(origin.client()) + "\"";
        return origin.protocol() + peer.orElse("") + client + login.orElse("") + password + " " + origin.session();
    }
}

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.jmap;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.fumibako.delivery.Inbound;
import org.fumibako.delivery.Router;
import org.fumibako.delivery.Submission;
import org.fumibako.jmap.blob.Blobs;
import org.fumibako.jmap.blob.Transfer;
import org.fumibako.jmap.blob.Uploads;
import org.fumibako.jmap.contacts.AddressBooks;
import org.fumibako.jmap.contacts.Cards;
import org.fumibako.jmap.kept.Kept;
import org.fumibako.jmap.mail.AccountMail;
import org.fumibako.jmap.push.Pushed;
import org.fumibako.jmap.push.StateWatch;
import org.fumibako.jmap.quota.QuotaGet;
import org.fumibako.jmap.submission.IdentityBook;
import org.fumibako.jmap.submission.Outbox;
import org.fumibako.jmap.submission.ScheduledSending;
import org.fumibako.jmap.submission.Submissions;
import org.fumibako.jmap.vacation.VacationResponseGet;
import org.fumibako.jmap.vacation.VacationResponseSet;
import org.fumibako.jmap.wire.JmapLimits;
import org.fumibako.jmap.wire.Json;
import org.fumibako.registry.Directory;
import org.fumibako.registry.Identities;
import org.fumibako.registry.sorting.AutoReplies;
import org.fumibako.search.TextIndex;
import org.fumibako.store.Volume;

/** All that whoever has the sockets mounts. */
public record JmapService(
        JmapEngine engine,
        Transfer transfer,
        Blobs blobs,
        StateWatch states,
        ScheduledSending later,
        AddressBooks books,
        AccountMail mail) {
    /**
     * What it is made of.
     *
     * @param index of the same volume
     * @param uploads directory, made when it is not there
     * @param spool directory for temporary files, which is there
     */
    public record Parts(
            Volume volume, TextIndex index, Directory directory, Path uploads, Path spool, InstantSource clock) {}

    /** What sending takes, and answering by itself. */
    public record Post(
            Submission submission, Inbound inbound, Router router, Identities identities, AutoReplies replies) {}

    public static JmapService of(Parts parts, Post post, JmapLimits limits) {
        AccountMail mail = new AccountMail(parts.volume().emails());
        Uploads uploads = new Uploads(parts.uploads(), limits.maxSizeUpload(), parts.clock(), new SecureRandom());
        Blobs blobs = new Blobs(mail, parts.volume(), uploads);
        JmapServices services = new JmapServices(
                parts.volume(), mail, parts.index(), blobs, parts.spool(), parts.directory(), parts.clock(), limits);
        Outbox outbox = new Outbox(new Outbox.Parts(
                post.submission(), post.inbound(), post.router(), parts.spool(), limits.maxSizeUpload()));
        IdentityBook book = new IdentityBook(
                parts.directory(), post.identities(), parts.volume().objects());
        Submissions submissions =
                new Submissions(parts.volume().objects(), parts.volume().queue(), new Json(limits), parts.clock());
        ScheduledSending later = new ScheduledSending(services, outbox, submissions);
        List<Method> methods = new ArrayList<>(JmapMethods.of(services));
        methods.addAll(JmapMethods.sending(services, outbox, book, submissions, later));
        AddressBooks books = new AddressBooks(parts.volume().objects(), new Json(limits));
        methods.addAll(JmapMethods.contacts(books, new Cards(books, parts.clock()), limits));
        methods.add(new VacationResponseGet(post.replies(), limits));
        methods.add(new VacationResponseSet(post.replies(), parts.volume().objects(), limits));
        List<Pushed> pushed = new ArrayList<>(Pushed.of(mail));
        for (Kept kept : List.of(submissions.kept(), books.books(), books.cards())) {
            pushed.add(Pushed.of(kept));
        }
        pushed.add(new Pushed(
                "Identity", false, caller -> book.state(caller.account().id())));
        pushed.add(new Pushed("VacationResponse", false, caller -> VacationResponseGet.state(post.replies(), caller)));
        pushed.add(new Pushed("Quota", true, caller -> QuotaGet.state(parts.volume(), caller)));
        JmapEngine engine = new JmapEngine(methods, new SessionObject(limits), limits);
        return new JmapService(
                engine,
                new Transfer(blobs, engine),
                blobs,
                new StateWatch(parts.volume().changes(), pushed, engine.json()),
                later,
                books,
                mail);
    }
}

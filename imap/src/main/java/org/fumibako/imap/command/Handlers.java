// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.fumibako.imap.wire.AclCommand;
import org.fumibako.imap.wire.CommandException;
import org.fumibako.imap.wire.ImapCommand;
import org.fumibako.imap.wire.MailboxCommand;
import org.fumibako.imap.wire.MessageCommand;
import org.fumibako.imap.wire.MetadataCommand;
import org.fumibako.imap.wire.NotifyCommand;
import org.fumibako.imap.wire.ResponseCode;
import org.fumibako.imap.wire.SessionCommand;
import org.fumibako.imap.wire.SyntaxException;
import org.fumibako.imap.wire.Verb;
import org.fumibako.model.ByteSize;
import org.fumibako.registry.Authenticator;
import org.fumibako.registry.Directory;
import org.fumibako.search.TextIndex;
import org.fumibako.store.MailboxException;
import org.fumibako.store.MessageStore;

/** All command handlers, and which command goes to which. Shared by all sessions. */
public final class Handlers {
    private final CapabilityHandler capability;
    private final LoginHandler login;
    private final AuthenticateHandler authenticate;
    private final SelectHandler select;
    private final CreateHandler create;
    private final DeleteHandler delete;
    private final RenameHandler rename;
    private final SubscribeHandler subscribe;
    private final ListHandler list;
    private final LsubHandler lsub;
    private final StatusHandler status;
    private final AppendHandler append;
    private final GetQuotaHandler getQuota;
    private final GetQuotaRootHandler getQuotaRoot;
    private final GetMetadataHandler getMetadata;
    private final SetMetadataHandler setMetadata;
    private final AclHandler acl;
    private final CloseHandler close;
    private final FetchHandler fetch;
    private final StoreHandler storeFlags;
    private final CopyHandler copy;
    private final MoveHandler move;
    private final ReplaceHandler replace;
    private final ExpungeHandler expunge;
    private final SearchHandler search;
    private final MultisearchHandler multisearch;
    private final SortHandler sort;
    private final ThreadHandler thread;
    private final IdleHandler idle;
    private final NotifyHandler notify;

    /**
     * What the handlers work on.
     *
     * @param index knows which messages have a word
     * @param appendLimit the largest message that APPEND takes (RFC 7889)
     * @param spool where messages wait until they are complete
     */
    public record Services(
            MessageStore store,
            TextIndex index,
            Directory directory,
            Authenticator authenticator,
            Clock clock,
            ByteSize appendLimit,
            Path spool) {}

    public Handlers(Services services) {
        MessageStore store = services.store();
        SharedNames shared = new SharedNames(store, services.directory());
        Mailboxes mailboxes = new Mailboxes(store, shared);
        StatusWriter statuses = new StatusWriter(store, services.appendLimit());
        QuotaWriter quotas = new QuotaWriter(store, services.directory());
        capability = new CapabilityHandler(services.appendLimit());
        SignInAnswer signIns = new SignInAnswer(capability, services.authenticator());
        login = new LoginHandler(services.authenticator(), signIns);
        authenticate = new AuthenticateHandler(services.authenticator(), signIns);
        select = new SelectHandler(store, mailboxes);
        create = new CreateHandler(store, mailboxes);
        delete = new DeleteHandler(store, mailboxes);
        rename = new RenameHandler(store, mailboxes);
        subscribe = new SubscribeHandler(store, mailboxes);
        list = new ListHandler(store, shared, statuses);
        lsub = new LsubHandler(store);
        status = new StatusHandler(mailboxes, statuses);
        Intake.Rules intake = new Intake.Rules(store, services.clock(), services.appendLimit(), services.spool());
        append = new AppendHandler(store, mailboxes, quotas, intake);
        replace = new ReplaceHandler(store, mailboxes, quotas, intake);
        getQuota = new GetQuotaHandler(quotas);
        getQuotaRoot = new GetQuotaRootHandler(quotas);
        getMetadata = new GetMetadataHandler(store, mailboxes);
        setMetadata = new SetMetadataHandler(store, mailboxes);
        acl = new AclHandler(store, mailboxes, shared);
        close = new CloseHandler(store);
        fetch = new FetchHandler(store);
        storeFlags = new StoreHandler(store);
        Transfer transfer = new Transfer(store, mailboxes, quotas);
        copy = new CopyHandler(transfer);
        move = new MoveHandler(transfer);
        expunge = new ExpungeHandler(store);
        Finding finding = new Finding(store, services.index(), services.clock());
        search = new SearchHandler(finding);
        multisearch = new MultisearchHandler(store, shared, finding);
        sort = new SortHandler(store, finding);
        thread = new ThreadHandler(store, finding);
        idle = new IdleHandler(store);
        notify = new NotifyHandler(store, shared, statuses);
    }

    /** Writes the greeting (RFC 9051 §7.1.5). */
    public void greet(Session session) throws IOException {
        session.writer().status("*", "OK", Optional.of(capability.code(session)), "Fumibako is ready");
    }

    /**
     * Carries out a command and writes its responses, the tagged OK included; exceptions are for the caller to answer.
     *
     * @throws org.fumibako.imap.selected.MailboxGoneException the selected mailbox was deleted by another session
     */
    public void execute(ImapCommand command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        Verb verb = session.reader().verb();
        String tag = session.reader().tag();
        DeletionBan.check(command, session);
        Completion completion = verb.rearranges() ? rearrange(command, session) : dispatch(command, session);
        switch (verb.sync()) {
            case NONE -> {}
            case KEEP_NUMBERS -> Updates.keepNumbers(session);
            case ALL -> Updates.all(session, verb.uid());
        }
        session.writer().status(tag, "OK", completion.code(), completion.text());
    }

    /** A client that is told of names without asking need not hear what it did itself (RFC 5465 §5). */
    private Completion rearrange(ImapCommand command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        if (session.watch().isEmpty()) {
            return dispatch(command, session);
        }
        session.watch().get().beforeOwn();
        Completion completion = dispatch(command, session);
        session.watch().get().afterOwn();
        return completion;
    }

    /** The code that tells a client why the store declined. */
    public static ResponseCode codeFor(MailboxException declined) {
        return switch (declined.reason()) {
            case NONEXISTENT -> ResponseCode.NONEXISTENT;
            case ALREADY_EXISTS -> ResponseCode.ALREADYEXISTS;
            case INVALID_NAME, CANNOT -> ResponseCode.CANNOT;
            case LIMIT -> ResponseCode.LIMIT;
            case OVER_QUOTA -> ResponseCode.OVERQUOTA;
        };
    }

    private Completion dispatch(ImapCommand command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        return switch (command) {
            case SessionCommand about -> dispatch(about, session);
            case MailboxCommand about -> dispatch(about, session);
            case MessageCommand about -> dispatch(about, session);
            case AclCommand about -> acl.handle(about, session);
            case NotifyCommand about -> notify.handle(about, session);
            case MetadataCommand.Get about -> getMetadata.handle(about, session);
            case MetadataCommand.Set about -> setMetadata.handle(about, session);
        };
    }

    private Completion dispatch(SessionCommand command, Session session)
            throws IOException, CommandException, SyntaxException {
        return switch (command) {
            case SessionCommand.Capability c -> capability.handle(c, session);
            case SessionCommand.Noop c -> new NoopHandler().handle(c, session);
            case SessionCommand.Logout c -> new LogoutHandler().handle(c, session);
            case SessionCommand.Id c -> new IdHandler().handle(c, session);
            case SessionCommand.StartTls c -> new StartTlsHandler().handle(c, session);
            case SessionCommand.Authenticate c -> authenticate.handle(c, session);
            case SessionCommand.Login c -> login.handle(c, session);
            case SessionCommand.Compress c -> new CompressHandler().handle(c, session);
            case SessionCommand.Unauthenticate c -> new UnauthenticateHandler().handle(c, session);
            case SessionCommand.Enable c -> new EnableHandler().handle(c, session);
        };
    }

    private Completion dispatch(MailboxCommand command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        return switch (command) {
            case MailboxCommand.Select c -> select.handle(c, session);
            case MailboxCommand.Create c -> create.handle(c, session);
            case MailboxCommand.Delete c -> delete.handle(c, session);
            case MailboxCommand.Rename c -> rename.handle(c, session);
            case MailboxCommand.Subscribe c -> subscribe.handle(c, session);
            case MailboxCommand.ListMailboxes c -> list.handle(c, session);
            case MailboxCommand.Lsub c -> lsub.handle(c, session);
            case MailboxCommand.Namespace c -> new NamespaceHandler().handle(c, session);
            case MailboxCommand.Status c -> status.handle(c, session);
            case MailboxCommand.Multisearch c -> multisearch.handle(c, session);
            case MailboxCommand.Append c -> append.handle(c, session);
            case MailboxCommand.GetQuota c -> getQuota.handle(c, session);
            case MailboxCommand.GetQuotaRoot c -> getQuotaRoot.handle(c, session);
            case MailboxCommand.SetQuota c -> new SetQuotaHandler().handle(c, session);
            case MailboxCommand.Close c -> close.handle(c, session);
            case MailboxCommand.Unselect c -> new UnselectHandler().handle(c, session);
        };
    }

    private Completion dispatch(MessageCommand command, Session session)
            throws IOException, CommandException, MailboxException, SyntaxException {
        return switch (command) {
            case MessageCommand.Fetch c -> fetch.handle(c, session);
            case MessageCommand.Store c -> storeFlags.handle(c, session);
            case MessageCommand.Copy c -> copy.handle(c, session);
            case MessageCommand.Move c -> move.handle(c, session);
            case MessageCommand.Replace c -> replace.handle(c, session);
            case MessageCommand.Expunge c -> expunge.handle(c, session);
            case MessageCommand.Check c -> new CheckHandler().handle(c, session);
            case MessageCommand.Search c -> search.handle(c, session);
            case MessageCommand.Sort c -> sort.handle(c, session);
            case MessageCommand.Threading c -> thread.handle(c, session);
            case MessageCommand.Idle c -> idle.handle(c, session);
        };
    }
}

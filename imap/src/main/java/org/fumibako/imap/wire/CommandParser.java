// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

import java.io.IOException;
import java.util.Optional;

/** From a verb to its command: who parses the arguments. */
final class CommandParser {
    private final CommandText text;
    private final boolean utf8;
    private final boolean charsetsRefused;

    /** @param charsetsRefused whether SEARCH may not name a charset */
    CommandParser(CommandText text, boolean utf8, boolean charsetsRefused) {
        this.text = text;
        this.utf8 = utf8;
        this.charsetsRefused = charsetsRefused;
    }

    ImapCommand parse(Verb verb) throws IOException, SyntaxException, CommandException {
        MailboxParser mailboxes = new MailboxParser(text, utf8);
        MessageParser messages = new MessageParser(text, utf8);
        return switch (verb) {
            case CAPABILITY -> new SessionCommand.Capability();
            case NOOP -> new SessionCommand.Noop();
            case LOGOUT -> new SessionCommand.Logout();
            case STARTTLS -> new SessionCommand.StartTls();
            case ID -> SessionParser.id(text);
            case AUTHENTICATE -> SessionParser.authenticate(text);
            case LOGIN -> SessionParser.login(text);
            case COMPRESS -> SessionParser.compress(text);
            case UNAUTHENTICATE -> new SessionCommand.Unauthenticate();
            case ENABLE -> SessionParser.enable(text);
            case SELECT -> mailboxes.select(false);
            case EXAMINE -> mailboxes.select(true);
            case CREATE -> mailboxes.create();
            case DELETE -> new MailboxCommand.Delete(mailboxes.mailbox());
            case RENAME -> mailboxes.rename();
            case SUBSCRIBE -> new MailboxCommand.Subscribe(mailboxes.mailbox(), true);
            case UNSUBSCRIBE -> new MailboxCommand.Subscribe(mailboxes.mailbox(), false);
            case LIST -> new ListParser(text, utf8).list();
            case LSUB -> mailboxes.lsub();
            case NAMESPACE -> new MailboxCommand.Namespace();
            case STATUS -> mailboxes.status();
            case ESEARCH -> new MultisearchParser(text, utf8).esearch(charsetsRefused);
            case APPEND -> new MailboxCommand.Append(mailboxes.mailbox());
            case GETQUOTA -> new MailboxCommand.GetQuota(mailboxes.quotaRoot());
            case GETQUOTAROOT -> new MailboxCommand.GetQuotaRoot(mailboxes.mailbox());
            case SETQUOTA -> mailboxes.setQuota();
            case GETMETADATA -> new MetadataParser(text, utf8).get();
            case SETMETADATA -> new MetadataParser(text, utf8).set();
            case SETACL -> new AclParser(text, utf8).set();
            case DELETEACL -> new AclParser(text, utf8).delete();
            case GETACL -> new AclParser(text, utf8).get();
            case LISTRIGHTS -> new AclParser(text, utf8).listRights();
            case MYRIGHTS -> new AclParser(text, utf8).myRights();
            case NOTIFY -> new NotifyParser(text, utf8).parse();
            case CLOSE -> new MailboxCommand.Close();
            case UNSELECT -> new MailboxCommand.Unselect();
            case IDLE -> new MessageCommand.Idle();
            case CHECK -> new MessageCommand.Check();
            case EXPUNGE -> new MessageCommand.Expunge(Optional.empty());
            case UID_EXPUNGE -> new MessageCommand.Expunge(Optional.of(messages.set()));
            case SEARCH -> new SearchParser(text).search(false, charsetsRefused);
            case UID_SEARCH -> new SearchParser(text).search(true, charsetsRefused);
            case SORT -> new SortParser(text).sort(false);
            case UID_SORT -> new SortParser(text).sort(true);
            case THREAD -> new SortParser(text).thread(false);
            case UID_THREAD -> new SortParser(text).thread(true);
            case FETCH -> new FetchParser(text).fetch(false);
            case UID_FETCH -> new FetchParser(text).fetch(true);
            case STORE -> messages.store(false);
            case UID_STORE -> messages.store(true);
            case COPY -> new MessageCommand.Copy(messages.set(), false, messages.mailbox());
            case UID_COPY -> new MessageCommand.Copy(messages.set(), true, messages.mailbox());
            case MOVE -> new MessageCommand.Move(messages.set(), false, messages.mailbox());
            case REPLACE -> messages.replace(false);
            case UID_REPLACE -> messages.replace(true);
            case UID_MOVE -> new MessageCommand.Move(messages.set(), true, messages.mailbox());
        };
    }
}

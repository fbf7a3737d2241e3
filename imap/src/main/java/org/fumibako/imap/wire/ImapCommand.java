// SPDX-License-Identifier: Apache-2.0
package org.fumibako.imap.wire;

/** One parsed command, without its tag. Mailbox names are Unicode, whatever form the client wrote. */
public sealed interface ImapCommand
        permits SessionCommand, MailboxCommand, MessageCommand, MetadataCommand, NotifyCommand, AclCommand {}

// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve.compile;

import java.util.Map;
import java.util.Optional;
import org.fumibako.sieve.run.Condition;
import org.fumibako.sieve.tests.AddressTest;
import org.fumibako.sieve.tests.AllOf;
import org.fumibako.sieve.tests.AnyOf;
import org.fumibako.sieve.tests.BodyTest;
import org.fumibako.sieve.tests.CurrentDateTest;
import org.fumibako.sieve.tests.DateTest;
import org.fumibako.sieve.tests.DuplicateTest;
import org.fumibako.sieve.tests.EnvelopeTest;
import org.fumibako.sieve.tests.EnvironmentTest;
import org.fumibako.sieve.tests.ExistsTest;
import org.fumibako.sieve.tests.HasFlagTest;
import org.fumibako.sieve.tests.HeaderTest;
import org.fumibako.sieve.tests.IHaveTest;
import org.fumibako.sieve.tests.MailboxExistsTest;
import org.fumibako.sieve.tests.MetadataExistsTest;
import org.fumibako.sieve.tests.MetadataTest;
import org.fumibako.sieve.tests.Not;
import org.fumibako.sieve.tests.SizeTest;
import org.fumibako.sieve.tests.SpamTest;
import org.fumibako.sieve.tests.SpecialUseExistsTest;
import org.fumibako.sieve.tests.StringTest;
import org.fumibako.sieve.tests.VirusTest;

/** The tests there are. */
final class Tests {
    private static final Map<String, Maker.Entry<Condition>> TABLE = Map.ofEntries(
            entry("true", "", _ -> _ -> true),
            entry("false", "", _ -> _ -> false),
            entry("not", "", Not::compile),
            entry("allof", "", AllOf::compile),
            entry("anyof", "", AnyOf::compile),
            entry("address", "", AddressTest::compile),
            entry("header", "", HeaderTest::compile),
            entry("exists", "", ExistsTest::compile),
            entry("size", "", SizeTest::compile),
            entry("envelope", "envelope", EnvelopeTest::compile),
            entry("body", "body", BodyTest::compile),
            entry("date", "date", DateTest::compile),
            entry("currentdate", "date", CurrentDateTest::compile),
            entry("hasflag", "imap4flags", HasFlagTest::compile),
            entry("string", "variables", StringTest::compile),
            entry("environment", "environment", EnvironmentTest::compile),
            entry("mailboxexists", "mailbox", MailboxExistsTest::compile),
            entry("specialuse_exists", "special-use", SpecialUseExistsTest::compile),
            entry("metadata", "mboxmetadata", MetadataTest::ofMailbox),
            entry("metadataexists", "mboxmetadata", MetadataExistsTest::ofMailbox),
            entry("servermetadata", "servermetadata", MetadataTest::ofServer),
            entry("servermetadataexists", "servermetadata", MetadataExistsTest::ofServer),
            entry("spamtest", "spamtest", SpamTest::compile),
            entry("virustest", "virustest", VirusTest::compile),
            entry("duplicate", "duplicate", DuplicateTest::compile),
            entry("ihave", "ihave", IHaveTest::compile));

    private Tests() {}

    static Optional<Maker.Entry<Condition>> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    private static Map.Entry<String, Maker.Entry<Condition>> entry(
            String name, String extension, Maker<Condition> maker) {
        return Map.entry(name, new Maker.Entry<>(extension, maker));
    }
}

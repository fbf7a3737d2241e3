// SPDX-License-Identifier: Apache-2.0
package org.fumibako.sieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The extensions, each by the examples of its RFC where it has some. */
class ExtensionsTest {
    private static final String ALL = "require [\"fileinto\", \"copy\", \"imap4flags\", \"variables\", \"relational\","
            + " \"date\", \"index\", \"body\", \"editheader\", \"mailbox\", \"special-use\", \"duplicate\", \"include\","
            + " \"mboxmetadata\", \"servermetadata\", \"spamtest\", \"spamtestplus\", \"virustest\","
            + " \"subaddress\", \"envelope\", \"environment\", \"vacation\", \"reject\","
            + " \"comparator-i;ascii-numeric\"]; ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | envelope :all :is \"from\" \"coyote@desert.example.org\"",
                "true | envelope :user \"to\" \"bugs\"",
                "true | envelope :detail \"to\" \"carrot\"",
                "false | address :detail \"from\" \"\"",
                "true | address :detail :contains \"to\" \"carr\"",
                "true | header :value \"ge\" :comparator \"i;ascii-numeric\" \"x-count\" \"9\"",
                "false | header :value \"lt\" :comparator \"i;ascii-numeric\" \"x-count\" \"012\"",
                "true | address :count \"eq\" :comparator \"i;ascii-numeric\" \"to\" \"2\"",
                "false | header :count \"gt\" \"to\" \"1\"",
                "true | date :value \"ge\" :zone \"+0900\" \"date\" \"hour\" \"09\"",
                "true | date :originalzone \"date\" \"time\" \"09:00:00\"",
                "true | date :zone \"+0000\" \"date\" \"iso8601\" \"2026-11-30T00:00:00+00:00\"",
                "true | date \"date\" \"weekday\" \"1\"",
                "true | date :originalzone \"date\" \"std11\" \"Mon, 30 Nov 2026 09:00:00 +0900\"",
                "false | date \"x-count\" \"year\" \"2026\"",
                "true | currentdate \"date\" \"2026-12-01\"",
                "true | currentdate :zone \"+0000\" \"date\" \"2026-11-30\"",
                "true | currentdate \"julian\" \"61374\"",
                "true | allof (currentdate :value \"ge\" \"date\" \"2026-12-01\", currentdate :value \"lt\" \"date\" \"2026-12-24\")",
                "true | body :contains \"ANVIL\"",
                "false | body :contains \"present\"",
                "true | body :raw :matches \"*sorry*\"",
                "true | body :content \"text\" :contains \"anvil\"",
                "false | body :content \"image\" :contains \"anvil\"",
                "true | environment \"location\" \"MDA\"",
                "false | environment :contains \"phase\" \"\"",
                "true | mailboxexists [\"INBOX\", \"Partners\"]",
                "false | mailboxexists [\"INBOX\", \"Nowhere\"]",
                "true | specialuse_exists \"\\\\Junk\"",
                "true | metadata :contains \"INBOX\" \"/private/comment\" \"about inbox\"",
                "false | metadata \"INBOX\" \"/shared/comment\" \"about INBOX\"",
                "true | metadataexists \"INBOX\" [\"/private/comment\"]",
                "false | metadataexists \"INBOX\" [\"/private/comment\", \"/private/other\"]",
                "true | servermetadata \"/private/comment\" \"mine\"",
                "true | not servermetadataexists \"/shared/admin\"",
                "false | specialuse_exists \"INBOX\" \"\\\\Junk\"",
            })
    void tests(boolean holds, String test) {
        assertThat(Trial.run(ALL + "if " + test + " { discard; }")).containsExactly(holds ? "discard" : "keep");
    }

    @Test
    void theNullSenderIsAnEmptyString() {
        String script = ALL + "if envelope :domain \"from\" \"\" { discard; }";
        assertThat(new Trial().from("").over(Trial.MAIL, script)).containsExactly("discard");
        assertThat(new Trial().over(Trial.MAIL, script)).containsExactly("keep");
    }

    @Test
    void copyLeavesTheImpliedKeepAlone() {
        assertThat(Trial.run(ALL + "fileinto :copy \"A\"; redirect :copy \"a@example.com\";"))
                .containsExactly("fileinto A", "redirect a@example.com", "keep");
    }

    @Test
    void flagsOfTheRunGoWithEveryActionThatNamesNone() {
        assertThat(Trial.run(ALL + "setflag \"\\\\Seen Work\"; addflag [\"\\\\Flagged\", \"work\"]; fileinto \"A\";"
                        + "removeflag \"WORK\"; fileinto :flags \"\\\\Draft\" \"B\"; keep;"))
                .containsExactly(
                        "fileinto A (\\Seen Work \\Flagged)", "fileinto B (\\Draft)", "keep (\\Seen \\Flagged)");
        assertThat(Trial.run(ALL + "setflag \"\\\\Deleted\"; if hasflag :contains \"dele\" { stop; } discard;"))
                .containsExactly("keep (\\Deleted)");
    }

    @Test
    void flagsMayBeGatheredInVariables() {
        assertThat(Trial.run(ALL + "setflag \"mine\" \"a b\"; addflag \"mine\" \"c\"; removeflag \"mine\" \"b\";"
                        + "if hasflag \"mine\" \"c\" { keep :flags \"${mine}\"; }"))
                .containsExactly("keep (a c)");
    }

    @Test
    void variablesTakeWhatWildcardsTook() {
        assertThat(Trial.run(
                        ALL + "if header :matches \"subject\" \"* have a * for *\" { fileinto \"${1}/${2}/${3}\"; }"))
                .containsExactly("fileinto I/present/you");
        assertThat(Trial.run(ALL + "if header :matches \"subject\" \"?*a*\" { fileinto \"${1}|${2}|${3}|${9}\"; }"))
                .containsExactly("fileinto I| h|ve a present for you|");
    }

    @Test
    void modifiersOfSetAsTheStandardShowsThem() {
        String set = ALL + "set \"a\" \"juMBlEd lETteRS\"; ";
        assertThat(List.of(
                        set + "set :length \"b\" \"${a}\"; ",
                        set + "set :lower \"b\" \"${a}\"; ",
                        set + "set :upperfirst \"b\" \"${a}\"; ",
                        set + "set :upperfirst :lower \"b\" \"${a}\"; ",
                        set + "set :quotewildcard \"b\" \"Rock*\"; "))
                .extracting(script -> Trial.run(script + "fileinto \"${b}\";").getFirst())
                .containsExactly(
                        "fileinto 15",
                        "fileinto jumbled letters",
                        "fileinto JuMBlEd lETteRS",
                        "fileinto Jumbled letters",
                        "fileinto Rock\\*");
    }

    @Test
    void whatLooksLikeAVariableAndIsNoneStays() {
        assertThat(Trial.run(ALL + "set \"company\" \"ACME\";"
                        + "fileinto \"${full}${COMPANY} ${BAD${Company} &%${}!${doh!} ${\";"))
                .containsExactly("fileinto ACME ${BADACME &%${}!${doh!} ${");
    }

    @Test
    void stringsAreTested() {
        assertThat(
                        Trial.run(
                                ALL
                                        + "set \"state\" \"x pending\"; if string :matches \" ${state} \" \"* pending *\" { discard; }"))
                .containsExactly("discard");
        assertThat(Trial.run(ALL + "if string :count \"eq\" [\"${none}\", \"a\"] \"1\" { discard; }"))
                .containsExactly("discard");
    }

    @Test
    void editheaderChangesWhatLaterTestsSeeAndWhatIsStored() {
        assertThat(Trial.run(ALL + "addheader \"X-Note\" \"日本\"; if header \"x-note\" \"日本\" { fileinto \"A\"; }"
                        + "deleteheader :contains \"Subject\" \"present\"; addheader :last \"X-End\" \"e\";"
                        + "if not exists \"subject\" { keep; }"))
                .containsExactly(
                        "fileinto A +[X-Note: =?UTF-8?B?5pel5pys?=\r\n] -[] +[]",
                        "keep +[X-Note: =?UTF-8?B?5pel5pys?=\r\n] -[2] +[X-End: e\r\n]");
    }

    @Test
    void tracesCannotBeTakenAwayNorForgedAndLineBreaksEndNoField() {
        assertThat(Trial.run(
                        "Received: a\n\n", ALL + "deleteheader \"Received\"; addheader \"Delivered-To\" \"x@y.z\";"))
                .containsExactly("keep");
        assertThat(Trial.run(ALL + "addheader \"X\" \"a\r\nBcc: victim@example.com\";")
                        .getFirst())
                .isEqualTo("keep +[X: a  Bcc: victim@example.com\r\n] -[] +[]");
    }

    @Test
    void oneOfSeveralFieldsIsMeantByItsIndex() {
        String mail = "X-A: one\nX-A: two\nX-A: three\n\n";
        assertThat(Trial.run(mail, ALL + "if header :index 2 \"x-a\" \"two\" { discard; }"))
                .containsExactly("discard");
        assertThat(Trial.run(mail, ALL + "if header :index 1 :last \"x-a\" \"three\" { discard; }"))
                .containsExactly("discard");
        assertThat(Trial.run(mail, ALL + "deleteheader :index 1 :last \"X-A\";"))
                .containsExactly("keep +[] -[2] +[]");
    }

    @Test
    void mailboxesMayBeMadeOrFoundByUse() {
        assertThat(Trial.run(ALL + "fileinto :create \"New\";")).containsExactly("fileinto New :create");
        assertThat(Trial.run(ALL + "fileinto :specialuse \"\\\\Junk\" \"Spam\";"))
                .containsExactly("fileinto \\Junk or Spam");
    }

    @Test
    void aMessageThatCameBeforeIsADuplicate() {
        Trial trial = new Trial();
        String script = ALL + "if duplicate { discard; }";
        assertThat(trial.over(Trial.MAIL, script)).containsExactly("keep");
        assertThat(trial.over(Trial.MAIL, script)).containsExactly("discard");
        assertThat(trial.over(Trial.MAIL, ALL + "if duplicate :handle \"other\" { discard; }"))
                .containsExactly("keep");
        assertThat(trial.over("Subject: no id\n\n", script)).containsExactly("keep");
    }

    @Test
    void rejectExcludesEveryOtherAction() {
        assertThat(Trial.run(ALL + "reject \"No anvils\";")).containsExactly("reject No anvils");
        assertThat(Trial.run(ALL + "fileinto \"A\"; reject \"no\";").getFirst()).startsWith("fault main: line 1");
        assertThat(Trial.run(ALL + "reject \"no\"; vacation \"away\";").getFirst())
                .startsWith("fault");
    }

    @Test
    void vacationSaysWhatIsToBeSaid() {
        assertThat(Trial.run(ALL + "vacation :days 23 :addresses [\"tjs@example.edu\", \"nonsense\"] \"I'm away.\";"))
                .containsExactly("vacation PT552H - - [tjs@example.edu]: I'm away.", "keep");
        assertThat(Trial.run("require [\"vacation-seconds\"]; vacation :seconds 1800 :subject \"S\" \"t\";"))
                .containsExactly("vacation PT30M S - []: t", "keep");
        assertThat(Trial.run("require [\"vacation-seconds\"]; vacation :seconds 0 \"t\";"))
                .containsExactly("vacation PT1M - - []: t", "keep");
    }

    @Test
    void scriptsIncludeOthersAndShareWhatTheySay() {
        Trial trial = new Trial()
                .script(
                        "spam",
                        "require [\"include\", \"variables\"]; global \"test\"; set \"own\" \"x\"; set \"test\" \"Spam${own}\";"
                                + " return; set \"test\" \"never\";")
                .script("stops", "stop;");
        assertThat(trial.over(Trial.MAIL, ALL + "global \"test\"; include \"spam\"; fileinto \"${test}${own}\";"))
                .containsExactly("fileinto Spamx");
        assertThat(trial.over(Trial.MAIL, ALL + "include \"spam\"; fileinto \"${global.test}\";"))
                .containsExactly("fileinto Spamx");
        assertThat(trial.over(Trial.MAIL, ALL + "include \"stops\"; discard;")).containsExactly("keep");
        assertThat(trial.over(Trial.MAIL, ALL + "include :optional \"none\"; discard;"))
                .containsExactly("discard");
        assertThat(trial.over(Trial.MAIL, ALL + "include \"none\"; discard;").getFirst())
                .startsWith("fault");
    }

    @Test
    void whatIsNotThereMayBeAskedFor() {
        assertThat(Trial.run("require \"ihave\"; if ihave \"fileinto\" { fileinto \"A\"; } else { discard; }"))
                .containsExactly("fileinto A");
        assertThat(Trial.run("require \"ihave\"; if ihave \"vnd.nothing\" { levitate :high \"A\"; } else { discard; }"))
                .containsExactly("discard");
        assertThat(Trial.run("require \"ihave\"; error \"no\";")).containsExactly("fault main: line 1, column 18: no");
    }

    /** RFC 5235 §2: from 1 to 10, 0 when nobody looked, and what is just spam is in the middle. */
    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "49,5", "50,5", "60,6", "99,9", "100,10"})
    void spamTestSaysHowSureTheFilterIs(int percent, String value) {
        String exactly =
                ALL + "if spamtest :value \"eq\" :comparator \"i;ascii-numeric\" \"" + value + "\" { discard; }";
        assertThat(new Trial().spam(percent).over(Trial.MAIL, exactly)).containsExactly("discard");
        String percentage = ALL + "if spamtest :percent :value \"eq\" :comparator \"i;ascii-numeric\" \"" + percent
                + "\" { discard; }";
        assertThat(new Trial().spam(percent).over(Trial.MAIL, percentage)).containsExactly("discard");
    }

    @Test
    void nobodyLookedAtTheMessage() {
        String script = ALL + "if allof (spamtest \"0\", spamtest :percent \"0\", virustest \"0\") { discard; }";
        assertThat(Trial.run(script)).containsExactly("discard");
        assertThat(new Trial().spam(0).over(Trial.MAIL, ALL + "if virustest \"1\" { discard; }"))
                .containsExactly("discard");
    }

    @Test
    void percentNeedsItsExtension() {
        assertThatThrownBy(() -> Trial.run("require \"spamtest\"; if spamtest :percent \"0\" { discard; }"))
                .hasMessageContaining("spamtestplus");
    }
}

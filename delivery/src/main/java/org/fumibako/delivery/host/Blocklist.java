// SPDX-License-Identifier: Apache-2.0
package org.fumibako.delivery.host;

import java.net.InetAddress;
import java.util.List;
import org.fumibako.delivery.dsn.FieldText;
import org.fumibako.dns.Answer;
import org.fumibako.dns.Budget;
import org.fumibako.dns.DnsName;
import org.fumibako.dns.RecordData;
import org.fumibako.dns.RecordType;
import org.fumibako.dns.Resolver;
import org.fumibako.model.DomainName;

/** Asks DNS blocklists about addresses (RFC 5782 §2). */
record Blocklist(Resolver resolver, Budget budget) {
    private static final int MAX_REASON = 200;

    Finding ask(DomainName list, InetAddress address) {
        String literal = address.getHostAddress();
        DnsName name = entry(list, address);
        return switch (resolver.resolve(name, RecordType.A, budget)) {
            case Answer.Records records -> listed(list, literal, name, records.all(RecordData.A.class));
            case Answer.NoData _, Answer.NoSuchName _ -> notListed(list, literal);
            case Answer.Failure failure ->
                Finding.unknown(
                        "The blocklist " + list + " did not answer: " + failure.detail() + ".",
                        "ブロックリスト " + list + " が応答しませんでした: " + failure.detail());
        };
    }

    private Finding listed(DomainName list, String literal, DnsName name, List<RecordData.A> codes) {
        // 127.255.255.0/24 is how lists say that they do not answer this resolver; no address of 127/8 is no list at
        // all.
        boolean meant = codes.stream()
                .map(code -> code.address().getAddress())
                .anyMatch(code -> code[0] == 127 && !((code[1] & 0xff) == 255 && (code[2] & 0xff) == 255));
        if (!meant) {
            return Finding.unknown(
                    "The blocklist " + list
                            + " gives no answers to this resolver; ask it through a resolver of your own.",
                    "ブロックリスト " + list + " は、このリゾルバーには答えません。自前のリゾルバーを通してください。");
        }
        String why = resolver.txt(name, budget).all(RecordData.Txt.class).stream()
                .map(text -> ": " + FieldText.line(text.joined(), MAX_REASON))
                .findFirst()
                .orElse("");
        return Finding.problem(
                "The address " + literal + " is on the blocklist " + list + why
                        + ". Stop what brought it there, then ask the list to take it off.",
                "アドレス " + literal + " がブロックリスト " + list + " に載っています" + why + "。原因を取り除いてから、解除を申請してください。");
    }

    /** Whether the list works is told by its test entry (RFC 5782 §5). */
    private Finding notListed(DomainName list, String literal) {
        boolean works =
                resolver.resolve(DnsName.of("2.0.0.127." + list), RecordType.A, budget) instanceof Answer.Records;
        return works
                ? Finding.good(
                        "The address " + literal + " is not on the blocklist " + list + ".",
                        "アドレス " + literal + " はブロックリスト " + list + " に載っていません。")
                : Finding.unknown(
                        "There seems to be no blocklist " + list + ": its test entry is missing.",
                        "ブロックリスト " + list + " はないようです（試験用の登録がありません）。");
    }

    /** The address turned around, as in reverse DNS, under the list's zone. */
    private static DnsName entry(DomainName list, InetAddress address) {
        String reverse = DnsName.reverse(address).text();
        String labels = reverse.substring(0, reverse.lastIndexOf(".", reverse.lastIndexOf('.') - 1));
        return DnsName.of(labels + "." + list);
    }
}
